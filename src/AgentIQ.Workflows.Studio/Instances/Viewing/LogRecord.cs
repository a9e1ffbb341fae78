using System.Text.Json;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>An entry of a journal as an Elsa server keeps it, which the last entry of an activity and exports are written in.</summary>
internal sealed record LogRecord(
    string Id, string WorkflowDefinitionId, string WorkflowDefinitionVersionId, Guid WorkflowInstanceId, int WorkflowVersion, string ActivityInstanceId, string? ParentActivityInstanceId,
    string ActivityId, string ActivityType, int ActivityTypeVersion, string? ActivityName, string ActivityNodeId, DateTimeOffset Timestamp, int Sequence, string EventName, string? Message,
    IReadOnlyDictionary<string, JsonElement>? ActivityState, IReadOnlyDictionary<string, JsonElement>? Payload)
{
    public static LogRecord Of(InstanceSummary instance, JournalItem item) => new(
        item.Id, instance.DefinitionId, instance.VersionId, instance.Id, instance.Version, item.ActivityInstanceId, item.ParentActivityInstanceId,
        item.ActivityId, item.ActivityType, item.ActivityTypeVersion, item.ActivityName, item.NodeId, item.Timestamp, item.Sequence, item.EventName, item.Message,
        item.ActivityState, item.Payload);
}
