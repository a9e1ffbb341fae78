using System.Text.Json;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>Follows a journal from its beginning and so knows where every execution stands.</summary>
internal sealed class ExecutionHistory
{
    private readonly SortedDictionary<int, TrackedExecution> _executions = [];
    private readonly Dictionary<Node, Dictionary<string, JsonElement>> _constants = [];
    private readonly Dictionary<string, Queue<ExceptionState>> _exceptions;

    /// <param name="head">The instance.</param>
    /// <param name="entries">Its journal, in order.</param>
    /// <param name="faults">Its incidents, oldest first: the journal has only their messages.</param>
    public ExecutionHistory(InstanceHead head, IReadOnlyList<UnpackedEntry> entries, IEnumerable<RecordedFault> faults)
    {
        _exceptions = faults.Where(f => f.ActivityId is not null).GroupBy(f => f.ActivityId!).ToDictionary(g => g.Key, g => new Queue<ExceptionState>(g.Select(f => f.Exception)));
        Workflow = new TrackedExecution(WorkflowItself.Number, parent: null, node: null, entries.Count > 0 ? entries[0].At : head.CreatedAt);
        _executions.Add(WorkflowItself.Number, Workflow);
        foreach (var entry in entries)
        {
            Follow(entry);
        }

        End(head);
    }

    /// <summary>The workflow itself.</summary>
    public TrackedExecution Workflow { get; }

    /// <summary>All, oldest first, the workflow itself included.</summary>
    public IEnumerable<TrackedExecution> Executions => _executions.Values;

    public TrackedExecution? Find(int number) => _executions.GetValueOrDefault(number);

    private void Follow(UnpackedEntry entry)
    {
        if (!_executions.TryGetValue(entry.Execution, out var execution))
        {
            execution = Begin(entry);
        }

        switch (entry.Event)
        {
            case JournalEvent.Started:
                execution.Inputs = Merge(Constants(entry.Node), entry.Inputs);
                break;
            case JournalEvent.Suspended:
                execution.IsWaiting = true;
                execution.WaitsSince = entry.At;
                break;
            case JournalEvent.Resumed:
                execution.IsWaiting = false;
                execution.Status = ActivityStatus.Running;
                execution.CompletedAt = null;
                break;
            case JournalEvent.Completed:
                execution.Outcomes = entry.Outcomes;
                execution.Outputs = entry.Outputs ?? ExecutionRecord.Empty;
                Close(execution, ActivityStatus.Completed, entry.At);
                execution.Parent?.CompletedInside.Add(execution);
                break;
            case JournalEvent.Canceled:
                Close(execution, ActivityStatus.Canceled, entry.At);
                break;
            case JournalEvent.Faulted:
                execution.Status = ActivityStatus.Faulted;
                execution.IsWaiting = false;
                execution.Exception = ExceptionOf(entry);
                execution.OpenFault();
                break;
            case JournalEvent.Retried or JournalEvent.Skipped:
                execution.CloseFault();
                execution.CompletedAt = entry.At;
                (execution.Actions ??= [])[entry.Event.ToString()] = JsonSerializer.SerializeToElement(entry.Message, WorkflowJson.Options);
                break;
        }
    }

    /// <summary>The first that is known of an execution is its start, or what retention has left of it.</summary>
    private TrackedExecution Begin(UnpackedEntry entry)
    {
        var parent = _executions.GetValueOrDefault(entry.Parent) ?? Workflow;
        var ledBy = (HasOrder(entry.Node.Parent) ? parent.CompletedInside.FindLast(sibling => LeadsTo(sibling.Node!, entry.Node)) : null) ?? parent;
        var execution = new TrackedExecution(entry.Execution, parent, entry.Node, entry.At) { LedBy = ledBy, Depth = ledBy.Depth + 1 };
        _executions.Add(execution.Number, execution);
        return execution;
    }

    /// <summary>Whether one activity inside leads to another. In a loop none does, and looking for it among thousands of rounds would take a second.</summary>
    private static bool HasOrder(Node? container) => container is { Flow: not null } || container?.Descriptor.ClrType == typeof(Sequence);

    private static bool LeadsTo(Node from, Node to) => to.Parent switch
    {
        { Flow: { } flow } => Array.Exists(flow.Connections, c => c.Source == from.ChildIndex && c.Target == to.ChildIndex),
        { } around => around.Descriptor.ClrType == typeof(Sequence) && from.ChildIndex == to.ChildIndex - 1,
        null => false,
    };

    private static void Close(TrackedExecution execution, ActivityStatus status, DateTimeOffset at)
    {
        execution.CloseFault();
        execution.Status = status;
        execution.CompletedAt = at;
        execution.IsWaiting = false;
    }

    private void End(InstanceHead head)
    {
        Workflow.Status = head.SubStatus switch
        {
            WorkflowSubStatus.Pending => ActivityStatus.Pending,
            WorkflowSubStatus.Finished => ActivityStatus.Completed,
            WorkflowSubStatus.Cancelled => ActivityStatus.Canceled,
            WorkflowSubStatus.Faulted => ActivityStatus.Faulted,
            _ => ActivityStatus.Running,
        };
        if (head.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
        {
            Workflow.CompletedAt = head.FinishedAt;
        }

        // After Finish nothing waits any more, though nothing was recorded as cancelled.
        foreach (var execution in head.Status == WorkflowStatus.Finished ? _executions.Values : Enumerable.Empty<TrackedExecution>())
        {
            execution.IsWaiting = false;
        }
    }

    private ExceptionState ExceptionOf(UnpackedEntry entry) =>
        _exceptions.TryGetValue(entry.Node.Id, out var known) && known.TryDequeue(out var exception)
            ? exception
            : new ExceptionState("System.Exception", entry.Message ?? string.Empty, StackTrace: null, InnerException: null);

    /// <summary>What the version says of inputs: the journal leaves it out.</summary>
    private Dictionary<string, JsonElement> Constants(Node node)
    {
        if (!_constants.TryGetValue(node, out var constants))
        {
            _constants.Add(node, constants = []);
            for (var i = 0; i < node.Inputs.Length; i++)
            {
                var binding = node.Inputs[i];
                if (binding.IsConverted && !binding.Input.Declaration.IsSensitive && node.Logging.KeepsInput(i) && binding.Converted is not (null or SwitchCase[]))
                {
                    constants.Add(binding.Input.Name, JsonSerializer.SerializeToElement(PlainValue.ToNode(binding.Converted), WorkflowJson.Options));
                }
            }
        }

        return constants;
    }

    /// <summary>Older releases wrote constants too.</summary>
    private static Dictionary<string, JsonElement> Merge(Dictionary<string, JsonElement> constants, Dictionary<string, JsonElement>? evaluated) =>
        evaluated is null ? constants : constants.Count == 0 ? evaluated : constants.UnionBy(evaluated, p => p.Key).ToDictionary();
}
