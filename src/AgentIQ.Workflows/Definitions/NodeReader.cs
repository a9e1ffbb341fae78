using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Reads activities, recursively, into nodes in pre-order.</summary>
internal sealed class NodeReader(ActivityRegistry registry, ExpressionReader expressions, List<Node> nodes, List<Diagnostic> diagnostics)
{
    private const int MaxDepth = 60;

    public Node Read(JsonElement activity, string path, string parentNodeId, Node? parent, int childIndex, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Fatal, path, $"activities are nested deeper than {MaxDepth} levels"));
        }

        var id = activity.Text("id") ?? string.Empty;
        var type = activity.Text("type") ?? string.Empty;
        var descriptor = registry.Find(type, activity.Number("version") ?? 1);
        if (descriptor is null)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"the activity type '{type}' is unknown"));
            descriptor = MissingActivity.DescriptorOf(type);
        }

        var node = new Node
        {
            Index = nodes.Count,
            Id = id,
            NodeId = $"{parentNodeId}:{id}",
            Name = activity.Text("name") ?? id,
            Descriptor = descriptor,
            Parent = parent,
            ChildIndex = childIndex,
            CanStartWorkflow = activity.Get("customProperties")?.Flag("canStartWorkflow") ?? false,
        };
        nodes.Add(node);
        var bindings = new BindingReader(expressions, diagnostics);
        node.Inputs = bindings.Inputs(activity, descriptor, path);
        node.Outputs = bindings.Outputs(activity, descriptor, path);
        if (descriptor.Kind == ActivityKind.Container && depth <= MaxDepth)
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
        var index = 0;
        foreach (var child in activity.List("activities"))
        {
            var at = $"{path}.activities[{index++}]";
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
