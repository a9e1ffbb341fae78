namespace AgentIQ.Workflows.Activities;

/// <summary>What a trial run does with an effect.</summary>
public enum SandboxMode
{
    /// <summary>It is not run: <see cref="EffectActivity"/>'s <c>PretendToRun</c> says what is recorded instead.</summary>
    NotSent,

    /// <summary>It is run as usual: the activity itself sees <see cref="EffectContext.IsSandbox"/>, and reaches a stand-in or fails.</summary>
    StandIn,
}
