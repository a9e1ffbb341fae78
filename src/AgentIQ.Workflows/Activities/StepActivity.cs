namespace AgentIQ.Workflows.Activities;

/// <summary>
/// Does its work inside the burst's transaction: what it writes through <see cref="StepContext.Scope"/> and the fact that it ran
/// are committed together or not at all. It must not talk to the outside: that is an <see cref="EffectActivity"/>.
/// </summary>
public abstract class StepActivity : Activity
{
    /// <summary>
    /// Does the step. Without a call of <see cref="StepContext.Complete(string[])"/> the outcome is <c>Done</c>.
    /// An exception rolls back what the step wrote and becomes an incident.
    /// </summary>
    protected abstract ValueTask ExecuteAsync(StepContext context, CancellationToken ct);

    internal ValueTask InvokeAsync(StepContext context, CancellationToken ct) => ExecuteAsync(context, ct);
}
