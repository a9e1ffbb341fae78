namespace AgentIQ.Ingestion;

/// <summary>How often an account may be asked. Decides the interval of its sync and which call is worth making.</summary>
/// <param name="Interval">Time that one call costs on average.</param>
/// <param name="Burst">Calls that may be made at once after a rest.</param>
/// <param name="MaxPageSize">The largest page that one call may bring.</param>
public sealed record ConnectorPace(TimeSpan Interval, int Burst, int MaxPageSize)
{
    /// <summary>
    /// True when calls are so rare (over a minute each) that each must be chosen: whole lists in one call, no
    /// reading of single items, and a waiting reply goes before a sync.
    /// </summary>
    public bool IsScarce => Interval > TimeSpan.FromMinutes(1);
}
