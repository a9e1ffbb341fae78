namespace AgentIQ.Ingestion;

/// <summary>What one run did.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Counts">What happened to the records.</param>
/// <param name="Duration">From the first call to the last row.</param>
/// <param name="Reason">Why it ended early; null when it did not.</param>
public sealed record SyncReport(Guid ChannelId, SyncOutcome Outcome, SyncCounts Counts, TimeSpan Duration, Reason? Reason);
