namespace AgentIQ.Workflows.Activities;

/// <summary>How often and how long an effect is tried before it has failed.</summary>
/// <param name="Attempts">Attempts over all restarts, the first one included. At least 1.</param>
/// <param name="Delay">Wait before the second attempt; with jitter, and growing as <see cref="Backoff"/> says.</param>
/// <param name="MaxDelay">No wait is longer.</param>
/// <param name="Timeout">Time that one attempt may take.</param>
public sealed record EffectPolicy(int Attempts, TimeSpan Delay, TimeSpan MaxDelay, TimeSpan Timeout)
{
    /// <summary>Five attempts, from one second doubling up to one minute, each up to 60 s.</summary>
    public static EffectPolicy Default { get; } = new(5, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(60));

    /// <summary>How the wait grows. Default: it doubles.</summary>
    public EffectBackoff Backoff { get; init; } = EffectBackoff.Exponential;

    /// <summary>Whether waits vary at random, so that many that failed together do not come back together. Default true.</summary>
    public bool UseJitter { get; init; } = true;
}
