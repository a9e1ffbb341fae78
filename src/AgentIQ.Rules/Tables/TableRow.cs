using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tables;

/// <summary>One rule. Cells of a table row and a free condition end up in the same form.</summary>
/// <param name="Id">The name that decisions and reasons use; once per set.</param>
/// <param name="Place">The row's place in its table, from 0.</param>
/// <param name="Priority">A greater one comes first in the total order. Default 0.</param>
/// <param name="Description">The reason as a person reads it in the inbox.</param>
/// <param name="Note">Where the rule comes from; null when it is not said.</param>
/// <param name="When">All of it must be true.</param>
/// <param name="Then">What the row puts out.</param>
public sealed record TableRow(
    string Id,
    int Place,
    int Priority,
    LocalizedText Description,
    string? Note,
    AllCondition When,
    IReadOnlyList<OutputValue> Then)
{
    /// <summary>Whether the row counts. A row that is switched off is kept and checked, but never applies. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where it stands in the document, as a JSON path.</summary>
    public string Path { get; init; } = "$";
}
