using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>What a parent that waits is told when a child ends: the payload of the stimulus that the child's last burst sends.</summary>
/// <param name="InstanceId">The child.</param>
/// <param name="DefinitionId">What it ran.</param>
/// <param name="SubStatus">How it ended.</param>
/// <param name="Output">Its workflow outputs.</param>
/// <param name="IncidentId">Key for the parent's incident about it, when it faulted.</param>
/// <param name="Message">Why it faulted.</param>
internal sealed record ChildEnd(Guid InstanceId, string DefinitionId, WorkflowSubStatus SubStatus, JsonObject Output, Guid? IncidentId, string? Message)
{
    public static ChildEnd Of(WorkflowInstance child) => new(
        child.Id, child.Workflow.DefinitionId, child.SubStatus, OutputOf(child), child.ParentIncidentId,
        child.Incidents.Find(i => i.ChildInstanceId is null)?.Message);

    public static JsonObject OutputOf(WorkflowInstance child) => new(child.Output.Select(o => KeyValuePair.Create(o.Key, PlainValue.ToNode(o.Value))));

    public Stimulus For(Guid parentInstanceId, string name) =>
        new(name, Payload: JsonSerializer.SerializeToElement(this, WorkflowJson.Options)) { InstanceId = parentInstanceId };
}
