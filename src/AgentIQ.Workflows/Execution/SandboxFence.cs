namespace AgentIQ.Workflows.Execution;

/// <summary>
/// Keeps trial runs and real instances apart. What an instance sends or starts stays in its own world; what comes from outside reaches
/// the instance or correlation that it names, whichever world that is in, and without a name real instances only.
/// <see cref="Durable.Bursts.StimulusQuery"/> says the same in SQL.
/// </summary>
internal static class SandboxFence
{
    private const string EffectPrefix = "sandbox:";

    /// <summary>A stimulus as its sender's world lets it out.</summary>
    public static Stimulus From(this Stimulus stimulus, WorkflowInstance sender) => stimulus with { Sandbox = sender.IsSandbox };

    /// <summary>A start as the asking instance's world lets it out: the trial run of a workflow tries what that starts, too.</summary>
    public static StartWorkflow From(this StartWorkflow start, WorkflowInstance asking) => start with { Sandbox = start.Sandbox || asking.IsSandbox };

    /// <summary>Whether a stimulus may meet an instance of that world.</summary>
    public static bool MayReach(this Stimulus stimulus, bool isSandbox) =>
        stimulus.Sandbox is { } world ? world == isSandbox : !isSandbox || stimulus.CorrelationId is not null || stimulus.InstanceId is not null;

    /// <summary>The ledger's key: what a trial run pretended must not count as done for a real instance with the same key.</summary>
    public static string LedgerKey(this WorkflowInstance instance, string idempotencyKey) => instance.IsSandbox ? EffectPrefix + idempotencyKey : idempotencyKey;
}
