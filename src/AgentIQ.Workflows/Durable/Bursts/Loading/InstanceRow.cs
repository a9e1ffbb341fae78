using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>A row of workflow_instances; with whether stimuli wait for it, and whether its correlation's lane is another one than its own.</summary>
internal sealed record InstanceRow(
    Guid TenantId, Guid Id, string VersionId, long Lane, string? CorrelationId, string? Name, WorkflowSubStatus SubStatus, int Revision, byte[]? State,
    bool HasSignals, bool IsOffLane, bool IsSandbox);
