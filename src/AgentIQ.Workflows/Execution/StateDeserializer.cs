using System.Globalization;
using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>Reads what <see cref="StateSerializer"/> wrote, of any format it ever had.</summary>
internal static class StateDeserializer
{
    /// <exception cref="InvalidOperationException">The state was written by a newer release.</exception>
    public static void Read(ReadOnlyMemory<byte> state, WorkflowInstance instance, IServiceProvider services)
    {
        using var document = JsonDocument.Parse(state);
        var root = document.RootElement;
        if (root.Number("format") is not 1)
        {
            throw new InvalidOperationException($"The state of instance {instance.Id} has format {root.Number("format")}; this release reads format 1. Update the process.");
        }

        instance.LastExecution = root.Number("executions") ?? 0;
        instance.LastBookmark = root.Number("bookmarks") ?? 0;
        instance.Sequence = root.Number("sequence") ?? 0;
        instance.FlowchartMode = root.Flag("tokens") ? FlowchartMode.Token : FlowchartMode.Counter;
        instance.RootCompleted = root.Flag("rootCompleted");
        instance.Outcomes = root.Get("outcomes") is { } outcomes ? [.. outcomes.EnumerateArray().Select(o => o.GetString()!)] : null;
        if (root.Get("parent") is { } parent)
        {
            instance.ParentInstanceId = parent.GetProperty("id").GetGuid();
            instance.Depth = parent.Number("depth") ?? 0;
            instance.ParentStimulus = parent.Text("stimulus");
            instance.ParentIncidentId = parent.Get("incident")?.GetGuid();
        }

        instance.HttpRequestId = root.Get("request")?.GetGuid();
        Map(root, "input", instance.Input);
        Map(root, "output", instance.Output);
        instance.Variables = Variables(root, instance.Workflow.Variables) ?? [];

        var executions = new Dictionary<int, ActivityExecution>();
        foreach (var item in root.List("running"))
        {
            var execution = Execution(item, instance.Workflow, executions, services);
            executions.Add(execution.Number, execution);
            if (execution.Status is not (ExecutionStatus.Completed or ExecutionStatus.Canceled))
            {
                instance.Executions.Add(execution);
            }
        }

        foreach (var item in root.List("waiting"))
        {
            instance.Bookmarks.Add(new Bookmark(
                item[0].GetInt32(), executions[item[1].GetInt32()], item[2].GetString()!, item.GetArrayLength() > 4 ? item[4].GetDateTimeOffset() : null, item[3].GetInt32() == 1));
        }

        foreach (var item in root.List("effects"))
        {
            instance.Effects.Add(new PendingEffect(item[0].GetGuid(), executions[item[1].GetInt32()], Intent: null));
        }

        foreach (var item in root.List("incidents"))
        {
            instance.Incidents.Add(item.Deserialize<IncidentState>(WorkflowJson.Options)!.In(instance.Workflow));
        }

        foreach (var item in root.List("scheduled"))
        {
            Schedule(item, instance, executions, services);
        }

        Transient(root, instance);
    }

    private static void Transient(JsonElement root, WorkflowInstance instance)
    {
        if (root.Number("triggerNode") is { } node)
        {
            instance.Trigger = (instance.Workflow.Nodes[node], root.GetProperty("trigger").Deserialize<Stimulus>(WorkflowJson.Options)!);
        }

        if (root.Get("outputs") is { } outputs)
        {
            instance.ActivityOutputs = outputs.EnumerateObject().ToDictionary(
                p => instance.Workflow.Nodes[int.Parse(p.Name, CultureInfo.InvariantCulture)], p => p.Value.EnumerateArray().Select(PlainValue.FromElement).ToArray());
            instance.LastResult = PlainValue.FromElement(root.GetProperty("lastResult"));
        }
    }

    private static ActivityExecution Execution(JsonElement item, CompiledWorkflow workflow, Dictionary<int, ActivityExecution> executions, IServiceProvider services)
    {
        var node = workflow.Nodes[item.Number("node")!.Value];
        var parent = item.Number("in") is { } number ? executions[number] : null;
        if (parent is not null && !item.Flag("ended") && !item.Flag("cancelled"))
        {
            parent.Pending++;
        }

        var execution = new ActivityExecution(item.Number("n")!.Value, node, parent)
        {
            Status = item.Flag("faulted") ? ExecutionStatus.Faulted : item.Flag("ended") ? ExecutionStatus.Completed : item.Flag("cancelled") ? ExecutionStatus.Canceled : ExecutionStatus.Running,
            IsBreaking = item.Flag("breaking"),
            Variables = Variables(item, node.Variables),
        };
        if (item.Get("inputs") is { } inputs)
        {
            execution.Inputs = [.. inputs.EnumerateArray().Select((value, i) => node.Inputs[i] is { Input.Declaration.IsWrapped: false } bare
                ? bare.Converted
                : ValueConverter.Convert(PlainValue.FromElement(value), node.Inputs[i].Input.Type))];
        }

        execution.State = State(item, node, services);
        if (item.Get("undelivered") is { } undelivered)
        {
            execution.Undelivered = undelivered.Deserialize<Delivery>(WorkflowJson.Options);
        }

        return execution;
    }

    private static void Schedule(JsonElement item, WorkflowInstance instance, Dictionary<int, ActivityExecution> executions, IServiceProvider services)
    {
        // What was scheduled in a container that was cancelled since is not read: it would never run.
        var number = item[1].GetInt32();
        var parent = executions.GetValueOrDefault(number);
        if (number != 0 && parent is null)
        {
            return;
        }

        var node = instance.Workflow.Nodes[item[0].GetInt32()];
        var details = item.GetArrayLength() > 2 ? item[2] : default;
        if (parent is not null)
        {
            parent.Pending++;
        }

        instance.Scheduled.Enqueue(new ScheduledWork(node, parent, Variables(details, []), State(details, node, services)));
    }

    private static ContainerState? State(JsonElement item, Node node, IServiceProvider services) =>
        item.Get("state") is { } state ? ((ContainerActivity)node.Descriptor.Create(services)).ReadState(node, new StateReader(state)) : null;

    private static List<Variable>? Variables(JsonElement scope, VariableDefinition[] definitions)
    {
        var made = scope.Get("made");
        if (definitions.Length == 0 && made is null)
        {
            return null;
        }

        var variables = Variable.Declare(definitions);
        if (scope.Get("variables") is { } values)
        {
            foreach (var variable in variables)
            {
                if (values.TryGetProperty(variable.Definition!.Id, out var value))
                {
                    variable.Value = variable.Type.Convert(PlainValue.FromElement(value));
                }
            }
        }

        if (made is { } others)
        {
            variables.AddRange(others.EnumerateObject().Select(p => new Variable(p.Name, definition: null, PlainValue.FromElement(p.Value))));
        }

        return variables;
    }

    private static void Map(JsonElement root, string name, Dictionary<string, object?> target)
    {
        if (root.Get(name) is { } values)
        {
            foreach (var property in values.EnumerateObject())
            {
                target[property.Name] = PlainValue.FromElement(property.Value);
            }
        }
    }
}
