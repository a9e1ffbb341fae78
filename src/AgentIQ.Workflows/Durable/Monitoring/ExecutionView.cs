using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>Executions in the viewer's shape.</summary>
internal static class ExecutionView
{
    public static ExecutionRecord Record(WorkflowInstance instance, TrackedExecution execution) => new()
    {
        Id = IdOf(instance.Id, execution),
        WorkflowInstanceId = instance.Id,
        ActivityId = execution.ActivityId,
        ActivityNodeId = execution.NodeId,
        ActivityType = execution.TypeName,
        ActivityTypeVersion = execution.Node?.Descriptor.Version ?? 1,
        ActivityName = execution.Node?.Name ?? instance.Workflow.Name,
        StartedAt = execution.StartedAt,
        HasBookmarks = execution.IsWaiting,
        Status = execution.Status,
        AggregateFaultCount = execution.OpenFaults,
        CompletedAt = execution.CompletedAt,
        SchedulingActivityExecutionId = execution.LedBy is { } ledBy ? IdOf(instance.Id, ledBy) : null,
        SchedulingActivityId = execution.LedBy?.ActivityId,
        SchedulingWorkflowInstanceId = execution.Node is null ? instance.ParentInstanceId : null,
        CallStackDepth = execution.Depth,
        ActivityState = execution.Inputs,
        Payload = execution.Outcomes is { } outcomes ? new ExecutionPayload { Outcomes = outcomes } : null,
        Outputs = execution.Outputs,
        Metadata = execution.Actions ?? ExecutionRecord.Empty,
        Exception = execution.Exception,
    };

    public static ExecutionSummary Summary(ExecutionRecord record) => new()
    {
        Id = record.Id,
        WorkflowInstanceId = record.WorkflowInstanceId,
        ActivityId = record.ActivityId,
        ActivityNodeId = record.ActivityNodeId,
        ActivityType = record.ActivityType,
        ActivityTypeVersion = record.ActivityTypeVersion,
        ActivityName = record.ActivityName,
        StartedAt = record.StartedAt,
        HasBookmarks = record.HasBookmarks,
        Status = record.Status,
        AggregateFaultCount = record.AggregateFaultCount,
        CompletedAt = record.CompletedAt,
        SchedulingActivityExecutionId = record.SchedulingActivityExecutionId,
        SchedulingActivityId = record.SchedulingActivityId,
        SchedulingWorkflowInstanceId = record.SchedulingWorkflowInstanceId,
        CallStackDepth = record.CallStackDepth,
        Metadata = record.Metadata,
    };

    public static ActivityStats Stats(string nodeId, IEnumerable<ExecutionRecord> executions)
    {
        var all = executions.ToList();
        var ended = all.Count(e => e.CompletedAt is not null);
        return new ActivityStats
        {
            ActivityId = nodeId[(nodeId.LastIndexOf(':') + 1)..],
            ActivityNodeId = nodeId,
            StartedCount = all.Count,
            CompletedCount = ended,
            UncompletedCount = all.Count - ended,
            IsBlocked = all.Exists(e => e.HasBookmarks),
            IsFaulted = all.Exists(e => e is { Status: ActivityStatus.Faulted, AggregateFaultCount: > 0 }),
            AggregateFaultCount = all.Sum(e => e.AggregateFaultCount),
        };
    }

    private static string IdOf(Guid instance, TrackedExecution execution) => new ExecutionId(instance, execution.Number).ToString();
}
