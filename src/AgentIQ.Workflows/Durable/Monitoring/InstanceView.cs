using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>Instances in the viewer's shape.</summary>
internal static class InstanceView
{
    public static InstanceDetails Of(InstanceHead head, WorkflowInstance instance, ExecutionHistory history, IReadOnlyList<RecordedFault> openFaults) => new()
    {
        Id = head.Id,
        DefinitionId = head.DefinitionId,
        DefinitionVersionId = head.VersionId,
        Version = head.Version,
        ParentWorkflowInstanceId = instance.ParentInstanceId,
        IsSandbox = head.IsSandbox,
        Status = head.Status,
        SubStatus = head.SubStatus,
        CorrelationId = head.CorrelationId,
        Name = head.Name,
        IncidentCount = openFaults.Count,
        CreatedAt = head.CreatedAt,
        UpdatedAt = head.UpdatedAt,
        FinishedAt = head.FinishedAt,
        WorkflowState = new InstanceState
        {
            Id = head.Id,
            DefinitionId = head.DefinitionId,
            DefinitionVersionId = head.VersionId,
            DefinitionVersion = head.Version,
            CorrelationId = head.CorrelationId,
            Name = head.Name,
            Status = head.Status,
            SubStatus = head.SubStatus,
            Bookmarks = [.. instance.Bookmarks.Select(b => Bookmark(instance, b, history.Find(b.Execution.Number)?.WaitsSince ?? head.UpdatedAt))],
            Incidents = [.. openFaults.Select(f => Incident(instance, f, history))],
            ActivityExecutionContexts = [WorkflowContext(head, history.Workflow), .. instance.Executions.Select(e => Context(head, e, history.Find(e.Number)))],
            ExecutionLogSequence = instance.Sequence,
            Input = instance.Input.ToDictionary(p => p.Key, p => PlainValue.ToNode(p.Value)),
            Output = instance.Output.ToDictionary(p => p.Key, p => PlainValue.ToNode(p.Value)),
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            FinishedAt = head.FinishedAt,
        },
    };

    public static VariableValue Variable(Variable variable) => new(variable.Definition?.Id ?? variable.Name, variable.Name, PlainValue.ToNode(variable.Value));

    private static BookmarkState Bookmark(WorkflowInstance instance, Bookmark bookmark, DateTimeOffset since) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{instance.Id:D}-b{bookmark.Number}"),
        Name = bookmark.Name,
        Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{bookmark.Name}\n{instance.CorrelationId}"))),
        Payload = new BookmarkPayload(bookmark.Due),
        ActivityId = bookmark.Execution.Node.Id,
        ActivityNodeId = bookmark.Execution.Node.NodeId,
        ActivityInstanceId = new ExecutionId(instance.Id, bookmark.Execution.Number).ToString(),
        CreatedAt = since,
    };

    private static IncidentView Incident(WorkflowInstance instance, RecordedFault fault, ExecutionHistory history)
    {
        var node = fault.ActivityId is null ? null : instance.Workflow.FindById(fault.ActivityId);
        var execution = history.Executions.LastOrDefault(e => e.HasOpenFault && e.Node == node) ?? history.Workflow;
        return new IncidentView(
            fault.Id, fault.ActivityId ?? string.Empty, node?.NodeId ?? WorkflowItself.Id, new ExecutionId(instance.Id, execution.Number).ToString(),
            node?.Descriptor.TypeName ?? WorkflowItself.TypeName,
            fault.Message, fault.Details is null ? null : fault.Exception, fault.At);
    }

    private static ExecutionContextState WorkflowContext(InstanceHead head, TrackedExecution workflow) => new()
    {
        Id = new ExecutionId(head.Id, WorkflowItself.Number).ToString(),
        ScheduledActivityNodeId = WorkflowItself.Id,
        CallStackDepth = 0,
        Status = workflow.Status,
        FaultCount = workflow.OpenFaults,
        StartedAt = workflow.StartedAt,
        CompletedAt = workflow.CompletedAt,
    };

    private static ExecutionContextState Context(InstanceHead head, ActivityExecution execution, TrackedExecution? tracked) => new()
    {
        Id = new ExecutionId(head.Id, execution.Number).ToString(),
        ParentContextId = new ExecutionId(head.Id, execution.Parent?.Number ?? WorkflowItself.Number).ToString(),
        ScheduledActivityNodeId = execution.Node.NodeId,
        OwnerActivityNodeId = execution.Parent?.Node.NodeId ?? WorkflowItself.Id,
        DynamicVariables = [.. (execution.Variables ?? []).Where(v => v.Definition is null).Select(Variable)],
        Metadata = tracked?.Actions ?? ExecutionRecord.Empty,
        CallStackDepth = tracked?.Depth ?? 0,
        Status = tracked?.Status ?? ActivityStatus.Running,
        FaultCount = tracked?.OpenFaults ?? 0,
        StartedAt = tracked?.StartedAt ?? head.CreatedAt,
        CompletedAt = tracked?.CompletedAt,
    };
}
