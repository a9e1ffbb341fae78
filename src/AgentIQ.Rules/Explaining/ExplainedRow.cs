using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Explaining;

/// <summary>One row of an <see cref="Explanation"/>.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Parts">Its conditions, all of which must be true.</param>
public sealed record ExplainedRow(TableRow Row, RowOutcome Outcome, IReadOnlyList<ExplainedCondition> Parts);
