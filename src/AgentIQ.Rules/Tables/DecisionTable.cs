namespace AgentIQ.Rules.Tables;

/// <summary>One table of a set, evaluated once.</summary>
/// <param name="Name">Its name; once per set.</param>
/// <param name="HitPolicy">What happens when several rows apply.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows in the order of the document.</param>
public sealed record DecisionTable(string Name, HitPolicy HitPolicy, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows);
