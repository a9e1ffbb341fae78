namespace AgentIQ.Ingestion;

/// <summary>Which half of a channel a pass reads.</summary>
public enum SyncPass
{
    /// <summary>What still waits for an answer. Always first.</summary>
    Unanswered,

    /// <summary>What was answered, by us or in the marketplace's own cabinet.</summary>
    Answered,
}

/// <summary>One page, newest first.</summary>
/// <param name="Pass">Which half.</param>
/// <param name="Offset">Items to skip. Not stable while items arrive: the sync overlaps its pages.</param>
/// <param name="Count">Items wanted, at least 1 and at most <see cref="ConnectorPace.MaxPageSize"/>.</param>
public sealed record ListRequest(SyncPass Pass, int Offset, int Count);
