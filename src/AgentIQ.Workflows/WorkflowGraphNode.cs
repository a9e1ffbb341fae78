using System.Text.Json;

namespace AgentIQ.Workflows;

/// <summary>An activity in the graph of a definition, workflows that are used as activities included.</summary>
/// <param name="NodeId"><c>Workflow1:flow:act</c>: the ids from the root.</param>
/// <param name="Port">Where it stands in its parent: <c>Root</c>, <c>Activities</c>, or the embedded port's name.</param>
/// <param name="Activity">Its JSON as the designer gets it.</param>
/// <param name="Parent">The activity around it; null: it is the definition's root.</param>
public sealed record WorkflowGraphNode(string NodeId, string Port, JsonElement Activity, WorkflowGraphNode? Parent);
