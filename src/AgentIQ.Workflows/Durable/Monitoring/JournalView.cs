using System.Text.Json;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>The journal in the viewer's shape: what was recorded, between the beginning and the end of the workflow itself.</summary>
internal static class JournalView
{
    /// <summary>The wording is the designer's.</summary>
    private const string WorkflowCancelled = "Workflow cancelled";

    public static IEnumerable<JournalItem> Of(InstanceHead head, ExecutionHistory history, IReadOnlyList<UnpackedEntry> entries, string? cancelledBy)
    {
        if (entries.Count == 0)
        {
            yield break;
        }

        // Retention may have taken the beginning.
        if (entries[0].Sequence == 1)
        {
            yield return OfWorkflow(head.Id, history.Workflow, 0, nameof(JournalEvent.Started), history.Workflow.StartedAt, message: null);
        }

        foreach (var entry in entries)
        {
            yield return Of(head.Id, history.Find(entry.Execution)!, entry);
        }

        if (history.Workflow.CompletedAt is { } end)
        {
            var isCancelled = head.SubStatus == WorkflowSubStatus.Cancelled;
            yield return OfWorkflow(
                head.Id, history.Workflow, entries[^1].Sequence + 1, isCancelled ? WorkflowCancelled : nameof(JournalEvent.Completed), end,
                isCancelled && cancelledBy is not null ? $"Cancelled by {cancelledBy}" : null);
        }
    }

    public static bool Passes(JournalItem item, JournalFilter filter) =>
        Allows(filter.ActivityIds, item.ActivityId) && Allows(filter.ActivityNodeIds, item.NodeId) && Allows(filter.EventNames, item.EventName)
        && filter.ExcludedActivityTypes?.Contains(item.ActivityType) is not true;

    private static bool Allows(IReadOnlyList<string>? wanted, string value) => wanted is not { Count: > 0 } || wanted.Contains(value);

    private static JournalItem Of(Guid instance, TrackedExecution execution, UnpackedEntry entry) => new()
    {
        Id = IdOf(instance, entry.Sequence),
        ActivityInstanceId = new ExecutionId(instance, entry.Execution).ToString(),
        ParentActivityInstanceId = new ExecutionId(instance, entry.Parent).ToString(),
        ActivityId = entry.Node.Id,
        ActivityType = entry.Node.Descriptor.TypeName,
        ActivityTypeVersion = entry.Node.Descriptor.Version,
        ActivityName = entry.Node.Name,
        NodeId = entry.Node.NodeId,
        Timestamp = entry.At,
        Sequence = entry.Sequence,
        EventName = entry.Event.ToString(),
        Message = entry.Message,
        ActivityState = execution.Inputs.Count > 0 ? execution.Inputs : null,
        Payload = entry.Event switch
        {
            JournalEvent.Completed => Payload("Outcomes", entry.Outcomes),
            JournalEvent.Faulted => Payload("Exception", execution.Exception ?? new ExceptionState("System.Exception", entry.Message ?? string.Empty, StackTrace: null, InnerException: null)),
            _ => null,
        },
    };

    private static JournalItem OfWorkflow(Guid instance, TrackedExecution workflow, int sequence, string eventName, DateTimeOffset at, string? message) => new()
    {
        Id = IdOf(instance, sequence),
        ActivityInstanceId = new ExecutionId(instance, workflow.Number).ToString(),
        ActivityId = WorkflowItself.Id,
        ActivityType = WorkflowItself.TypeName,
        ActivityTypeVersion = 1,
        NodeId = WorkflowItself.Id,
        Timestamp = at,
        Sequence = sequence,
        EventName = eventName,
        Message = message,
    };

    private static string IdOf(Guid instance, int sequence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instance:D}-j{sequence}");

    private static Dictionary<string, JsonElement> Payload<T>(string name, T value) => new() { [name] = JsonSerializer.SerializeToElement(value, WorkflowJson.Options) };
}
