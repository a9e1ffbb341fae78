namespace AgentIQ.Workflows.InMemory;

/// <summary>Business time of runs in memory: it stands still, except that each burst takes a millisecond, so that what comes later is later.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Tick() => _now += TimeSpan.FromMilliseconds(1);

    /// <summary>Moves forward to a time; never back.</summary>
    public void AdvanceTo(DateTimeOffset time) => _now = time > _now ? time : _now;
}
