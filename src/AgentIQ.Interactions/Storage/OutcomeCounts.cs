namespace AgentIQ.Interactions;

/// <summary>What became of a seller's items, by the latest round of each.</summary>
/// <param name="Total">Different items of the marketplaces.</param>
/// <param name="Doubled">Items that are stored twice in the same round; anything but 0 is a defect of ours.</param>
/// <param name="Resolved">With an answer, ours or one given outside.</param>
/// <param name="ClosedWithoutReply">Closed, and nothing was to be answered.</param>
/// <param name="Waiting">Still open.</param>
public sealed record OutcomeCounts(long Total, long Doubled, long Resolved, long ClosedWithoutReply, long Waiting);
