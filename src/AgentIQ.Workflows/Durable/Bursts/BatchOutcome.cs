using AgentIQ.Workflows.Durable.Queue;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>What came of a batch that was committed.</summary>
internal sealed class BatchOutcome
{
    /// <summary>Work that failed and was left out.</summary>
    public List<(WorkItem Item, Exception Error)> Failures { get; } = [];

    /// <summary>Work for which there was no room, in its order.</summary>
    public IReadOnlyList<WorkItem> Left { get; set; } = [];

    /// <summary>Tenants and their instances that it wrote.</summary>
    public HashSet<(Guid TenantId, Guid InstanceId)> Changed { get; } = [];

    /// <summary>Whether it made further work.</summary>
    public bool HasFollowUps { get; set; }
}
