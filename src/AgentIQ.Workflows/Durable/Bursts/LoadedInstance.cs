using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>An instance as a batch holds it.</summary>
internal sealed class LoadedInstance(InstanceRow row, WorkflowInstance instance)
{
    public InstanceRow Row { get; } = row;

    public WorkflowInstance Instance { get; } = instance;

    /// <summary>Grows with each write-back of this batch.</summary>
    public int Revision { get; set; } = row.Revision;

    /// <summary>The bookmarks that stand in the table.</summary>
    public Dictionary<int, Bookmark> Published { get; set; } = Live(instance);

    public string? PublishedCorrelation { get; set; } = row.CorrelationId;

    /// <summary>Bookmarks that a stimulus or a time can meet: none while the instance has ended or the activity has faulted.</summary>
    public static Dictionary<int, Bookmark> Live(WorkflowInstance instance) => instance.Status == WorkflowStatus.Finished
        ? []
        : instance.Bookmarks.Where(b => b.Execution.Status == ExecutionStatus.Running).ToDictionary(b => b.Number);
}

/// <summary>A row of workflow_instances; with whether stimuli wait for it, and whether its correlation's lane is another one than its own.</summary>
internal sealed record InstanceRow(
    Guid TenantId, Guid Id, string VersionId, long Lane, string? CorrelationId, string? Name, WorkflowSubStatus SubStatus, int Revision, byte[]? State,
    bool HasSignals, bool IsOffLane);
