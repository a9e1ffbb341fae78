using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Decisions;

/// <summary>A row that decided.</summary>
/// <param name="Table">The table that it stands in.</param>
/// <param name="Id">Its id.</param>
/// <param name="Description">The reason as a person reads it.</param>
/// <param name="Outputs">What this row alone said.</param>
/// <param name="Matches">The places in texts that made it apply.</param>
public sealed record DecisionRow(
    string Table,
    string Id,
    LocalizedText Description,
    DecisionOutputs Outputs,
    IReadOnlyList<TextEvidence> Matches);
