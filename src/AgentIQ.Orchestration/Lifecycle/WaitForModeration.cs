using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// Waits before the publication is looked at again: until the channel sees another state of the answer, and at the
/// latest after <see cref="LifecycleOptions.ModerationInterval"/>.
/// </summary>
[Activity("AgentIQ.WaitForModeration", Category = "Orchestration", DisplayName = "Wait for moderation", Description = "Waits until the marketplace shows another state, or a while.")]
[Outcome("Done")]
public sealed class WaitForModeration(LifecycleOptions options) : WaitActivity
{
    /// <inheritdoc />
    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        context.WaitFor(LifecycleStimuli.AnswerSeen);
        context.WaitUntil(context.Now + options.ModerationInterval);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        context.Complete("Done");
        return ValueTask.CompletedTask;
    }
}
