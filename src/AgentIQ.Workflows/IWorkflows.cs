using System.Text.Json;
using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>
/// Starts and moves workflow instances. Every call only writes rows in the caller's transaction: what it asks for happens if, and
/// only if, that transaction is committed, and as soon as a worker sees it.
/// </summary>
public interface IWorkflows
{
    /// <summary>Asks for an instance of the definition's published version; the tenant's own version wins over the platform's.</summary>
    /// <returns>
    /// The new instance's id, or the running (or, with an idempotency key, any earlier) one's where the request or the definition's
    /// activation strategy allows no second.
    /// </returns>
    /// <exception cref="WorkflowNotFoundException">The definition has no published version that the tenant can see.</exception>
    Task<Guid> StartAsync(TenantScope scope, StartWorkflow start, CancellationToken ct);

    /// <summary>As <see cref="StartAsync"/>, and says whether a new instance was started.</summary>
    /// <exception cref="WorkflowNotFoundException">The definition has no published version that the tenant can see.</exception>
    Task<StartResult> TryStartAsync(TenantScope scope, StartWorkflow start, CancellationToken ct);

    /// <summary>
    /// Sends a stimulus. With a correlation or an instance it waits for its bookmark when it comes early, for
    /// <see cref="WorkflowOptions.StimulusRetention"/>; a broadcast reaches those who wait when it is handled.
    /// </summary>
    Task SignalAsync(TenantScope scope, Stimulus stimulus, CancellationToken ct);

    /// <summary>As <see cref="SignalAsync(TenantScope, Stimulus, CancellationToken)"/>, for something that happens later: nobody gets the stimulus before then.</summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="stimulus">What will have happened.</param>
    /// <param name="at">When, in business time; at once when it has passed.</param>
    /// <param name="ct">Cancels the request.</param>
    Task SignalAsync(TenantScope scope, Stimulus stimulus, DateTimeOffset at, CancellationToken ct);

    /// <summary>Asks to cancel an instance: what waits is dropped, an effect that runs is finished but its result ignored.</summary>
    Task CancelAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>Reports a task that a RunTask asked for: the instance goes on with the result.</summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="taskId">The task, as <see cref="IWorkflowTaskObserver"/> or <see cref="IWorkflowMonitor.WaitingTasksAsync"/> named it.</param>
    /// <param name="result">What came of it; the activity puts it out as Result. Null: nothing to say.</param>
    /// <param name="ct">Cancels the request.</param>
    /// <returns>False when nobody waits for it: it was reported before, its wait was cancelled, or there is no such task. Nothing happens then.</returns>
    Task<bool> CompleteTaskAsync(TenantScope scope, Guid taskId, JsonElement? result, CancellationToken ct);
}
