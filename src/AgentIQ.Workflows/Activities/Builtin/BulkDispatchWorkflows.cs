using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Starts one child for each item and, if wanted, waits for all of them, running an embedded activity as each ends. Completed (and Done)
/// when all have ended and none was cancelled, Canceled (and Done) otherwise; only Done without waiting.
/// </summary>
[Activity("Elsa.BulkDispatchWorkflows", Category = "Composition", Description = "Starts another workflow once for each item.")]
[Port(ChildCompletedPort)]
[Port(ChildFaultedPort)]
[Outcome(Completed)]
[Outcome(Canceled)]
[Outcome(OutcomeNames.Done)]
internal sealed class BulkDispatchWorkflows : WaitingContainer
{
    private const string ChildCompletedPort = "ChildCompleted";
    private const string ChildFaultedPort = "ChildFaulted";
    private const string Completed = "Completed";
    private const string Canceled = "Canceled";

    [Input(Description = "The workflow to start.", UIHint = UIHints.WorkflowDefinitionPicker)]
    public string? WorkflowDefinitionId { get; set; }

    [Input(Description = "The items; one that is an object gives its properties as inputs.", UIHint = UIHints.SingleLine)]
    public object?[]? Items { get; set; }

    [Input(Description = "Name of the input that an item goes to when it is no object.", DefaultValue = DefaultKey)]
    public string? DefaultItemInputKey { get; set; } = DefaultKey;

    [Input(Description = "What a new instance is about; evaluated for each item, which is a variable of the name above.", IsEvaluatedByActivity = true)]
    public string? CorrelationIdFunction { get; set; }

    [Input(Description = "Further inputs by name.", UIHint = UIHints.Dictionary)]
    public IReadOnlyDictionary<string, object?>? Input { get; set; }

    [Input(Description = "Whether to wait until all have ended.", DefaultValue = true)]
    public bool WaitForCompletion { get; set; } = true;

    private const string DefaultKey = "Item";

    public override async ValueTask ExecuteAsync(ContainerContext context, CancellationToken ct)
    {
        var items = Items ?? [];
        var stimulus = $"BulkDispatchWorkflows:{context.Burst.Instance.Id}:{context.Execution.Number}";
        var key = string.IsNullOrEmpty(DefaultItemInputKey) ? DefaultKey : DefaultItemInputKey;
        foreach (var item in items)
        {
            await context.Burst.DispatchChildAsync(WorkflowDefinitionId, CorrelationOf(context, key, item), InputOf(key, item), WaitForCompletion ? _ => stimulus : null, ct);
        }

        if (WaitForCompletion && items.Length > 0)
        {
            context.Execution.State = new BulkState(items.Length, 0, 0);
            context.WaitFor(stimulus);
        }
        else
        {
            context.Complete(WaitForCompletion ? [Completed, OutcomeNames.Done] : [OutcomeNames.Done]);
        }
    }

    public override void Resume(ContainerContext context, Stimulus stimulus)
    {
        var end = stimulus.Read<ChildEnd>();
        var state = (BulkState)context.Execution.State!;
        context.Execution.State = state with { Ended = state.Ended + 1, Cancelled = state.Cancelled + (end.SubStatus == WorkflowSubStatus.Cancelled ? 1 : 0) };
        var port = end.SubStatus switch
        {
            WorkflowSubStatus.Finished => ChildCompletedPort,
            WorkflowSubStatus.Faulted => ChildFaultedPort,
            _ => null,
        };
        if (port is not null && context.Node.Ports.TryGetValue(port, out var activity))
        {
            context.Schedule(activity, ("ChildInstanceId", end.InstanceId.ToString()), ("ChildOutput", end.Output));
            return;
        }

        if (end.SubStatus == WorkflowSubStatus.Faulted)
        {
            context.Burst.RaiseForChild(context.Execution, end);
        }

        CompleteWhenAllEnded(context);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes) => CompleteWhenAllEnded(context);

    public override ContainerState ReadState(Node node, StateReader reader) => reader.Numbers() is [var children, var ended, var cancelled]
        ? new BulkState(children, ended, cancelled)
        : throw new InvalidOperationException($"The state of '{node.NodeId}' was expected to be three numbers.");

    private static void CompleteWhenAllEnded(ContainerContext context)
    {
        var state = (BulkState)context.Execution.State!;
        if (state.Ended >= state.Children && context.Pending == 0)
        {
            context.Complete(state.Cancelled > 0 ? Canceled : Completed, OutcomeNames.Done);
        }
    }

    private string? CorrelationOf(ContainerContext context, string key, object? item)
    {
        CorrelationIdFunction = null;
        context.Execution.Variables = [new Variable(key, definition: null, item)];
        context.Reevaluate(nameof(CorrelationIdFunction));
        context.Execution.Variables = null;
        return string.IsNullOrEmpty(CorrelationIdFunction) ? null : CorrelationIdFunction;
    }

    private Dictionary<string, object?> InputOf(string key, object? item)
    {
        var input = Input?.ToDictionary() ?? [];
        if (item is JsonObject properties)
        {
            foreach (var (name, value) in properties)
            {
                input[name] = PlainValue.From(value);
            }
        }
        else
        {
            input[key] = item;
        }

        return input;
    }

    private sealed record BulkState(int Children, int Ended, int Cancelled) : ContainerState
    {
        public override void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Children);
            writer.WriteNumberValue(Ended);
            writer.WriteNumberValue(Cancelled);
            writer.WriteEndArray();
        }
    }
}
