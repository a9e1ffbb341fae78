namespace AgentIQ.Workflows.Activities;

/// <summary>Leaves one or more bookmarks and ends its branch of the burst until one of them is met.</summary>
public abstract class WaitActivity : Activity
{
    /// <summary>
    /// Says what to wait for: <see cref="WaitContext.WaitFor"/> and <see cref="WaitContext.WaitUntil"/>, any number,
    /// or completes at once with <see cref="StepContext.Complete(string[])"/>. Runs inside the burst's transaction.
    /// </summary>
    protected abstract ValueTask SuspendAsync(WaitContext context, CancellationToken ct);

    /// <summary>
    /// Called inside a later burst's transaction when a bookmark is met. Inputs have the values that <see cref="SuspendAsync"/> saw.
    /// <see cref="StepContext.Complete(string[])"/> ends the wait and burns its other bookmarks. Without it the activity waits on: the
    /// bookmark of an event is armed again, one whose time passed is not, and further ones may be added.
    /// </summary>
    protected abstract ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct);

    /// <summary>
    /// For a trigger: the name of the stimulus that starts a workflow here, read with the inputs set when a version is published.
    /// Null: none. Default null.
    /// </summary>
    protected virtual string? TriggerName => null;

    /// <summary>All names of a trigger, where it has several or they depend on the activity's id in the definition.</summary>
    protected virtual IReadOnlyList<string> TriggerNamesAt(string activityId) => TriggerName is { Length: > 0 } name ? [name] : [];

    internal IReadOnlyList<string> InvokeTriggerNamesAt(string activityId) => TriggerNamesAt(activityId);

    internal ValueTask InvokeSuspendAsync(WaitContext context, CancellationToken ct) => SuspendAsync(context, ct);

    internal ValueTask InvokeResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct) => ResumeAsync(context, stimulus, ct);
}
