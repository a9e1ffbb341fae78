namespace AgentIQ.Ingestion;

/// <summary>What one run knows and has found out so far.</summary>
internal sealed class SyncRun
{
    public required SyncLease Lease { get; init; }

    public required ConnectedChannel Channel { get; init; }

    public required ConnectorPace Pace { get; init; }

    public required PassState Unanswered { get; init; }

    public required PassState Answered { get; init; }

    /// <summary>Items that the marketplace counted as unanswered before this run, kept up to date by it.</summary>
    public required HashSet<string> Open { get; init; }

    /// <summary>Items that wait in the quarantine; one that comes through leaves it.</summary>
    public required HashSet<string> Quarantined { get; init; }

    /// <summary>True when a reply waits to be sent through this channel.</summary>
    public required bool ReplyWaits { get; init; }

    /// <summary>Ids that this run has seen in any list.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public SyncCounts Counts { get; set; } = SyncCounts.None;
}
