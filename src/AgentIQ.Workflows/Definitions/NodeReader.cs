using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Reads activities, recursively, into nodes in pre-order.</summary>
internal sealed class NodeReader(
    ActivityRegistry registry, WorkflowUseReader uses, ExpressionReader expressions, List<Node> nodes, List<Diagnostic> diagnostics, bool isLoggedByDefault = true)
{
    private const string StateMachine = "Elsa.StateMachine";
    private const int MaxDepth = 60;
    private const int MaxNodes = 20_000;

    public Node Read(JsonElement activity, string path, string parentNodeId, Node? parent, int childIndex, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Fatal, path, $"activities are nested deeper than {MaxDepth} levels"));
        }

        var id = activity.Text("id") ?? string.Empty;
        var type = activity.Text("type") ?? string.Empty;
        if (nodes.Count == MaxNodes)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Fatal, path, $"there are more than {MaxNodes} activities, those of workflows used as activities included"));
        }

        var used = nodes.Count < MaxNodes ? uses.Find(activity, parent, path) : null;
        var descriptor = used?.Descriptor ?? registry.Find(type, activity.Number("version") ?? 1);
        if (descriptor is null)
        {
            diagnostics.Add(type == StateMachine
                ? new Diagnostic(DiagnosticSeverity.Error, path, "state machines do not run here: draw the states as a flowchart that waits for events")
                : new Diagnostic(DiagnosticSeverity.Error, path, $"the activity type '{type}' is unknown"));
            descriptor = MissingActivity.DescriptorOf(type);
        }

        var node = new Node
        {
            Index = nodes.Count,
            Id = id,
            NodeId = $"{parentNodeId}:{id}",
            Name = activity.Text("name") ?? id,
            Path = path,
            Descriptor = descriptor,
            Parent = parent,
            ChildIndex = childIndex,
            CanStartWorkflow = activity.Get("customProperties")?.Flag("canStartWorkflow") ?? false,
            EffectPolicy = EffectPolicyReader.Read(activity, descriptor, path, diagnostics),
            Schedule = ScheduleSettings.Read(activity, path, diagnostics),
            MergeMode = StrategyNames.Merge(activity.Get("customProperties")?.Text("mergeMode")),
        };
        nodes.Add(node);
        var bindings = new BindingReader(expressions, diagnostics);
        node.Inputs = bindings.Inputs(activity, descriptor, path);
        node.Outputs = bindings.Outputs(activity, descriptor, path);
        node.Logging = LogPersistence.Of(activity, node.Inputs, descriptor, isLoggedByDefault);
        if (used is not null && depth <= MaxDepth)
        {
            node.Variables = VariableReader.Read(used.Definition.List("variables"), $"{path}({used.DefinitionId}).variables", diagnostics);
            node.Ports = new Dictionary<string, Node> { [WorkflowDefinitionActivity.Root] = Read(used.Root, $"{path}({used.DefinitionId}).root", node.NodeId, node, childIndex: -1, depth + 1) };
        }
        else if ((descriptor.Kind == ActivityKind.Container || descriptor.EmbeddedPorts.Count > 0) && depth <= MaxDepth)
        {
            ReadInside(activity, node, path, depth);
        }

        return node;
    }

    private void ReadInside(JsonElement activity, Node node, string path, int depth)
    {
        node.Variables = VariableReader.Read(activity.List("variables"), path + ".variables", diagnostics);
        node.Ports = ReadPorts(activity, node, path, depth);
        var children = new List<Node>();
        foreach (var (child, at) in Inside(activity, path))
        {
            if (!child.IsActivity())
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, at, "expected an activity: an object with id and type"));
                continue;
            }

            if (children.Exists(c => c.Id == child.Text("id")))
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Fatal, at + ".id", $"the id '{child.Text("id")}' is used twice in '{node.Id}'"));
            }

            children.Add(Read(child, at, node.NodeId, node, children.Count, depth + 1));
        }

        node.Children = [.. children];
        if (node.Descriptor.TypeName == Flowchart.TypeName)
        {
            node.Flow = new ConnectionReader(diagnostics).Read(activity, node, path);
        }
    }

    /// <summary>What an activity lists: as a container its activities, as a fork its branches, as a switch or a request the activities of its cases.</summary>
    private static IEnumerable<(JsonElement Activity, string Path)> Inside(JsonElement activity, string path) =>
    [
        .. activity.List("activities").Select((child, i) => (child, $"{path}.activities[{i}]")),
        .. activity.List("branches").Select((child, i) => (child, $"{path}.branches[{i}]")),
        .. activity.List("cases").Select((option, i) => (Child: option.Get("activity"), Path: $"{path}.cases[{i}].activity"))
            .Where(c => c.Child is { } child && child.IsActivity()).Select(c => (c.Child!.Value, c.Path)),
        .. activity.List("expectedStatusCodes").Select((option, i) => (Child: option.Get("activity"), Path: $"{path}.expectedStatusCodes[{i}].activity"))
            .Where(c => c.Child is { } child && child.IsActivity()).Select(c => (c.Child!.Value, c.Path)),
    ];

    private Dictionary<string, Node> ReadPorts(JsonElement activity, Node node, string path, int depth)
    {
        var ports = new Dictionary<string, Node>();
        foreach (var port in node.Descriptor.EmbeddedPorts)
        {
            var property = char.ToLowerInvariant(port[0]) + port[1..];
            if (activity.Get(property) is { } embedded && embedded.IsActivity())
            {
                ports[port] = Read(embedded, $"{path}.{property}", node.NodeId, node, childIndex: -1, depth + 1);
            }
        }

        return ports;
    }
}
