namespace AgentIQ.Ingestion;

/// <summary>How the reading part of a run ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Reason">What the channel's page should say; null for nothing.</param>
/// <param name="RetryAfter">The least wait that the marketplace asked for.</param>
internal sealed record SyncEnd(SyncOutcome Outcome, Reason? Reason, TimeSpan? RetryAfter)
{
    /// <summary>What a fault of the marketplace means for the sync.</summary>
    public static SyncEnd After(ConnectorException e) => e.Fault switch
    {
        ConnectorFault.Unauthorized => new SyncEnd(SyncOutcome.Unauthorized, e.Reason, null),
        ConnectorFault.RateLimited => new SyncEnd(SyncOutcome.Waiting, e.Reason, e.RetryAfter),
        _ => new SyncEnd(SyncOutcome.Failed, e.Reason, e.RetryAfter),
    };
}
