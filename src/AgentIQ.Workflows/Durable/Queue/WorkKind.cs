namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>What a row of the queue asks for.</summary>
internal static class WorkKind
{
    public const string Start = "start";
    public const string Continue = "continue";
    public const string Signal = "signal";
    public const string Resume = "resume";
    public const string Timer = "timer";
    public const string Effect = "effect";
    public const string EffectDone = "effect_done";
    public const string Retry = "retry";
    public const string Cancel = "cancel";

    /// <summary>Writes what a person put into variables.</summary>
    public const string Variables = "variables";

    /// <summary>Starts what a schedule starts now, and arms its next time.</summary>
    public const string Schedule = "schedule";

    /// <summary>Looks again for stimuli that wait for a correlation, after an instance took that correlation.</summary>
    public const string Match = "match";
}
