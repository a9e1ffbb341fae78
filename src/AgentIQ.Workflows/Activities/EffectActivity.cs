namespace AgentIQ.Workflows.Activities;

/// <summary>
/// Talks to the outside. The intent, with its idempotency key, is committed with the burst; the call runs outside any transaction
/// and is repeated under the policy; its result is recorded in a later burst's transaction.
/// </summary>
public abstract class EffectActivity : Activity
{
    /// <summary>How often and how long the call is tried. Default: <see cref="EffectPolicy.Default"/>.</summary>
    protected virtual EffectPolicy Policy => EffectPolicy.Default;

    /// <summary>
    /// Decides, inside the burst's transaction, what will be asked of the outside. An intent with a key that is already in the ledger
    /// never runs a second time: the recorded result is used. <see cref="StepContext.Complete(string[])"/> with a null
    /// intent completes without any effect.
    /// </summary>
    protected abstract ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct);

    /// <summary>
    /// Calls the outside, without a transaction. An exception is tried again; <see cref="EffectResult.Failure(string)"/> is final.
    /// </summary>
    protected abstract ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct);

    /// <summary>
    /// Asked before every attempt but the first, so also after a crash between the call and its record: did it already happen?
    /// The result of the earlier attempt where the outside can tell, or null: cannot tell or did not happen. Default null.
    /// </summary>
    protected virtual ValueTask<EffectResult?> HasHappenedAsync(EffectContext context, CancellationToken ct) => ValueTask.FromResult<EffectResult?>(null);

    /// <summary>
    /// What is recorded when the last attempt threw: by default a failure with the exception's message. A <c>TimeoutException</c> or
    /// Polly's <c>TimeoutRejectedException</c> says that the attempt took too long.
    /// </summary>
    protected virtual EffectResult GiveUp(EffectContext context, Exception error) => EffectResult.Failure(error.Message);

    /// <summary>
    /// Records the result inside a later burst's transaction and picks the outcome; inputs have the values that <see cref="PrepareAsync"/> saw.
    /// Without a call of <see cref="StepContext.Complete(string[])"/> a success completes with <c>Done</c> and a failure with <c>Failed</c>.
    /// A failure whose <c>Failed</c> port leads nowhere becomes an incident.
    /// </summary>
    protected abstract ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct);

    /// <summary>
    /// What a trial run (<see cref="StartWorkflow.Sandbox"/>) does with it. Default <see cref="SandboxMode.NotSent"/>: a class that says
    /// nothing reaches nobody.
    /// </summary>
    protected virtual SandboxMode InSandbox => SandboxMode.NotSent;

    /// <summary>
    /// What is recorded of an effect that a trial run does not send. Asks nobody. Default: <see cref="EffectResult.NotSent"/>, with which
    /// the activity completes with its first outcome that is no failure, without outputs and without <see cref="RecordAsync"/>.
    /// </summary>
    protected virtual EffectResult PretendToRun(EffectContext context) => EffectResult.NotSent();

    internal EffectPolicy InvokePolicy() => Policy;

    internal bool IsSent(bool isSandbox) => !isSandbox || InSandbox == SandboxMode.StandIn;

    internal EffectResult InvokePretend(EffectContext context) => PretendToRun(context);

    internal ValueTask<EffectIntent?> InvokePrepareAsync(StepContext context, CancellationToken ct) => PrepareAsync(context, ct);

    internal ValueTask<EffectResult> InvokeRunAsync(EffectContext context, CancellationToken ct) => RunAsync(context, ct);

    internal ValueTask<EffectResult?> InvokeHasHappenedAsync(EffectContext context, CancellationToken ct) => HasHappenedAsync(context, ct);

    internal EffectResult InvokeGiveUp(EffectContext context, Exception error) => GiveUp(context, error);

    internal ValueTask InvokeRecordAsync(StepContext context, EffectResult result, CancellationToken ct) => RecordAsync(context, result, ct);
}
