using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>A node of a graph.</summary>
/// <param name="NodeId">The ids from the root.</param>
/// <param name="Port">Where it stands in its parent.</param>
/// <param name="Activity">The activity.</param>
internal sealed record NodeAnswer(string NodeId, string Port, RawJson Activity)
{
    public static NodeAnswer Of(WorkflowGraphNode node) => new(node.NodeId, node.Port, new RawJson(node.Activity.GetRawText()));
}
