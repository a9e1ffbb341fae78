using System.Text.Json;
using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>
/// Told of every task that a RunTask asks for, inside the burst's transaction: what it writes is committed with the request or not at all.
/// Registered in dependency injection, any number; made per burst. Without one, <see cref="IWorkflowMonitor.WaitingTasksAsync"/> tells what waits.
/// </summary>
public interface IWorkflowTaskObserver
{
    /// <summary>A task is asked for. It is reported done with <see cref="IWorkflows.CompleteTaskAsync"/>.</summary>
    Task OnTaskAsync(TenantScope scope, WorkflowTask task, CancellationToken ct);
}

/// <summary>Something that a workflow wants done, and waits for.</summary>
/// <param name="Id">What the report names.</param>
/// <param name="Instance">Who waits.</param>
/// <param name="ActivityId">The activity in the definition.</param>
/// <param name="Name">What is to be done.</param>
/// <param name="Payload">What with; null: nothing.</param>
/// <param name="RequestedAt">Business time.</param>
public sealed record WorkflowTask(Guid Id, InstanceReference Instance, string ActivityId, string Name, JsonElement? Payload, DateTimeOffset RequestedAt);
