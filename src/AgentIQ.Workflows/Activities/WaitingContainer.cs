using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities;

/// <summary>A container that also waits for stimuli of its own, and runs activities when they come.</summary>
internal abstract class WaitingContainer : ContainerActivity
{
    /// <summary>Begins: leaves a bookmark, schedules, or completes.</summary>
    public abstract ValueTask ExecuteAsync(ContainerContext context, CancellationToken ct);

    /// <summary>One of its bookmarks was met. It stays armed until the container completes.</summary>
    public abstract void Resume(ContainerContext context, Stimulus stimulus);

    public sealed override void Execute(ContainerContext context) => throw new InvalidOperationException($"{GetType().Name} begins with {nameof(ExecuteAsync)}.");
}
