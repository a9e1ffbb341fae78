namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>How patient the lifecycle is.</summary>
public sealed record LifecycleOptions
{
    /// <summary>
    /// How long to wait before an answer under moderation is read back again; 30 seconds by default. The channel's
    /// own pacing still decides when the marketplace may be asked.
    /// </summary>
    public TimeSpan ModerationInterval { get; init; } = TimeSpan.FromSeconds(30);
}
