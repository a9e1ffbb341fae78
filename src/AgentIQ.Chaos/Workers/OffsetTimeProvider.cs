namespace AgentIQ.Chaos.Workers;

/// <summary>The machine's clock, set wrong: only the time of day jumps, durations and timers stay real.</summary>
internal sealed class OffsetTimeProvider : TimeProvider
{
    private long _offset;

    /// <summary>How wrong.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
