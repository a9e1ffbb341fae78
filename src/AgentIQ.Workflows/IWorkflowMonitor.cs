using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>
/// What pages ask about instances; <see cref="Monitoring.IWorkflowViewer"/> answers what the designer's viewer asks about one of them.
/// Every call sees the scope's tenant only.
/// </summary>
public interface IWorkflowMonitor
{
    /// <summary>
    /// The newest instance of a definition for a correlation; null when there is none. Instances of other definitions and children may share
    /// the correlation: they are not meant. Without a definition the newest of any, but no child.
    /// </summary>
    Task<InstanceSummary?> FindByCorrelationAsync(TenantScope scope, string? definitionId, string correlationId, CancellationToken ct);

    /// <summary>One instance; null when the tenant has none of that id.</summary>
    Task<InstanceSummary?> FindAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>The instances that activities of this one started, oldest first.</summary>
    Task<IReadOnlyList<InstanceSummary>> ChildrenAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>How many instances of a definition can still go on, on any of its versions; without trial runs.</summary>
    Task<int> CountRunningAsync(TenantScope scope, string definitionId, CancellationToken ct);

    /// <summary>Open incidents, oldest first; of one instance, or of all but trial runs.</summary>
    Task<IReadOnlyList<InstanceIncident>> OpenIncidentsAsync(TenantScope scope, Guid? instanceId, CancellationToken ct);

    /// <summary>What the instance waits for.</summary>
    Task<IReadOnlyList<BookmarkSummary>> BookmarksAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>Everything that happened to the instance, in order.</summary>
    Task<IReadOnlyList<JournalRecord>> JournalAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>Work that could be done at <paramref name="now"/> and is not done yet; 0 means that everything waits for somebody or for later.</summary>
    Task<long> CountDueAsync(TenantScope scope, DateTimeOffset now, CancellationToken ct);

    /// <summary>Tasks that instances wait for, oldest first; of one instance or of all. See <see cref="IWorkflows.CompleteTaskAsync"/>.</summary>
    Task<IReadOnlyList<WorkflowTask>> WaitingTasksAsync(TenantScope scope, Guid? instanceId, CancellationToken ct);

    /// <summary>Work that was given up, oldest first. <see cref="IIncidents"/> retries or drops it.</summary>
    Task<IReadOnlyList<DeadWork>> DeadWorkAsync(TenantScope scope, CancellationToken ct);
}
