using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Decisions;

/// <summary>A row that decided, as the log keeps it.</summary>
/// <param name="Table">The table that it stands in.</param>
/// <param name="Id">Its id.</param>
/// <param name="Description">The reason as a person reads it, as it was worded then.</param>
/// <param name="Matches">The places in texts that made it apply.</param>
public sealed record RecordedRow(string Table, string Id, LocalizedText Description, IReadOnlyList<TextEvidence> Matches);
