namespace AgentIQ.EndToEnd.Tests.Support;

/// <summary>The system's clock, which a test can put forward; timers stay the system's.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
