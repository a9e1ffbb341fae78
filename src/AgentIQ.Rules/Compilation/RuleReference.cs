using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>A row and the table that it stands in.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
public sealed record RuleReference(DecisionTable Table, TableRow Row);
