using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>Finds one activity by its node id, which names the way to it: nothing beside that way is read.</summary>
internal sealed class GraphSearch(ActivityRegistry registry, WorkflowUseReader uses)
{
    private const string Children = "Activities";

    public WorkflowGraphNode? Find(JsonElement definition, string? nodeId)
    {
        if (definition.Get("root") is not { } root || !root.IsActivity())
        {
            return null;
        }

        var node = NodeOf(root, WorkflowDefinitionActivity.Root, parent: null);
        return nodeId is null ? node : Find(node, nodeId);
    }

    private WorkflowGraphNode? Find(WorkflowGraphNode node, string nodeId) =>
        node.NodeId == nodeId ? node
        : nodeId.StartsWith(node.NodeId + ":", StringComparison.Ordinal) ? Inside(node).Select(child => Find(child, nodeId)).FirstOrDefault(found => found is not null)
        : null;

    private IEnumerable<WorkflowGraphNode> Inside(WorkflowGraphNode node)
    {
        var activity = node.Activity;
        if (uses.Find(activity, parent: null, path: string.Empty) is { } used)
        {
            yield return NodeOf(RootOf(used, node.NodeId), WorkflowDefinitionActivity.Root, node);
            yield break;
        }

        if (registry.Find(activity.Text("type")!, activity.Number("version") ?? 1) is not { } descriptor)
        {
            yield break;
        }

        foreach (var child in ActivityPlaces.Inside(activity, descriptor))
        {
            yield return NodeOf(child, PortOf(child, activity, descriptor), node);
        }
    }

    private static string PortOf(JsonElement child, JsonElement activity, ActivityDescriptor descriptor)
    {
        bool Is(JsonElement? other) => other?.Text("nodeId") == child.Text("nodeId");
        return descriptor.EmbeddedPorts.FirstOrDefault(port => Is(activity.Get(ActivityPlaces.JsonNameOf(port))))
            ?? activity.List("cases").FirstOrDefault(option => Is(option.Get("activity"))).Text("label")
            ?? Children;
    }

    private JsonElement RootOf(WorkflowActivityVersion used, string nodeId)
    {
        using var editor = new JsonEditor(used.Root.GetRawText());
        new Placeholders(registry, uses, editor).PutIn(editor.Root, nodeId);
        using var document = JsonDocument.Parse(editor.Apply());
        return document.RootElement.Clone();
    }

    private static WorkflowGraphNode NodeOf(JsonElement activity, string port, WorkflowGraphNode? parent) => new(activity.Text("nodeId")!, port, activity, parent);
}
