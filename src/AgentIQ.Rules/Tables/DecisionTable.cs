using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tables;

/// <summary>One table of a set, evaluated once.</summary>
/// <param name="Name">Its name; once per set.</param>
/// <param name="HitPolicy">What happens when several rows apply.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows in the order of the document.</param>
public sealed record DecisionTable(string Name, HitPolicy HitPolicy, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>What people call the table; its name by default.</summary>
    public LocalizedText Title { get; init; } = new(Name, Name);

    /// <summary>What the table is for, for the author of a rule; empty by default.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>
    /// Whether the table belongs to the platform: a seller's version of the set keeps it exactly as the platform has it. For
    /// rules that no seller may switch off, such as what a marketplace forbids. Default false.
    /// </summary>
    public bool Locked { get; init; }
}
