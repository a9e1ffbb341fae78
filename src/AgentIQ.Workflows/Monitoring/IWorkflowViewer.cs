using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Monitoring;

/// <summary>
/// What the designer's instance viewer asks (elsa-studio-contract 2.5), in the shapes that it expects once they are written with
/// <see cref="WorkflowJson.Options"/>. Everything is expanded from the instance and its packed journal when asked; nothing is stored for it.
/// Every call sees the scope's tenant only. An execution's id says whose it is: see <see cref="ExecutionId"/>.
/// </summary>
public interface IWorkflowViewer
{
    /// <summary>The instance with its state; null when the tenant has none of that id.</summary>
    Task<InstanceDetails?> FindAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>Where the instance stands, cheaply: what the viewer polls. Null when the tenant has none of that id.</summary>
    Task<ExecutionState?> StateAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>A page of what happened, in order; empty for an unknown instance.</summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="instanceId">Whose journal.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="skip">Entries left out at the beginning; of those that pass the filter.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="ct">Cancels the reading.</param>
    Task<JournalPage> JournalAsync(TenantScope scope, Guid instanceId, JournalFilter filter, int skip, int take, CancellationToken ct);

    /// <summary>Every execution, oldest first; of one node or of all.</summary>
    Task<IReadOnlyList<ExecutionRecord>> ExecutionsAsync(TenantScope scope, Guid instanceId, string? activityNodeId, CancellationToken ct);

    /// <summary>The same without values.</summary>
    Task<IReadOnlyList<ExecutionSummary>> SummariesAsync(TenantScope scope, Guid instanceId, string? activityNodeId, CancellationToken ct);

    /// <summary>One execution; null when there is none of that id.</summary>
    Task<ExecutionRecord?> ExecutionAsync(TenantScope scope, string executionId, CancellationToken ct);

    /// <summary>The execution and what led to it, outermost first; empty when there is none of that id.</summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="executionId">The innermost.</param>
    /// <param name="acrossWorkflows">Whether it goes on with the activity of the parent instance that started this one.</param>
    /// <param name="ct">Cancels the reading.</param>
    Task<IReadOnlyList<ExecutionRecord>> CallStackAsync(TenantScope scope, string executionId, bool acrossWorkflows, CancellationToken ct);

    /// <summary>Counts for the nodes that were asked for, each once; nodes that never ran are counted as zero.</summary>
    Task<IReadOnlyList<ActivityStats>> ReportAsync(TenantScope scope, Guid instanceId, IReadOnlyCollection<string> activityNodeIds, CancellationToken ct);

    /// <summary>Variables of the workflow and of the containers that run now, with their current values.</summary>
    Task<IReadOnlyList<VariableValue>> VariablesAsync(TenantScope scope, Guid instanceId, CancellationToken ct);
}
