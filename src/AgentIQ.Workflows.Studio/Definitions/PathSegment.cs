namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>A step from the root's canvas down to another one: through which port of which activity.</summary>
internal sealed record PathSegment(string ActivityNodeId, string ActivityId, string ActivityType, string PortName, string ActivityName)
{
    private const string Flowchart = "Elsa.Flowchart";

    /// <summary>
    /// The steps down to the canvas that a node stands on, the outermost first, and the activity whose port holds that canvas. Flowcharts are
    /// canvases and no steps. Without an owner the node stands on the root's canvas.
    /// </summary>
    public static (IReadOnlyList<PathSegment> Path, WorkflowGraphNode? Owner) To(WorkflowGraphNode node)
    {
        var path = new List<PathSegment>();
        WorkflowGraphNode? owner = null;
        for (var (below, at) = (node, node.Parent); at is not null; (below, at) = (at, at.Parent))
        {
            if (Text(at, "type") != Flowchart)
            {
                owner ??= at;
                path.Insert(0, new PathSegment(at.NodeId, Text(at, "id")!, Text(at, "type")!, below.Port, Text(at, "name") ?? Text(at, "type")!));
            }
        }

        return (path, owner);
    }

    private static string? Text(WorkflowGraphNode node, string name) => node.Activity.TryGetProperty(name, out var value) ? value.GetString() : null;
}
