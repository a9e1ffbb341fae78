using AgentIQ.Interactions;

namespace AgentIQ.Server.Ingest;

/// <summary>What became of a file.</summary>
/// <param name="Outcomes">All its items.</param>
/// <param name="Open">The open ones by intent and priority.</param>
internal sealed record IngestResult(OutcomeCounts Outcomes, IReadOnlyList<IntentCount> Open);
