using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Explaining;

/// <summary>One table of an <see cref="Explanation"/>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Every row.</param>
public sealed record ExplainedTable(DecisionTable Table, IReadOnlyList<ExplainedRow> Rows);
