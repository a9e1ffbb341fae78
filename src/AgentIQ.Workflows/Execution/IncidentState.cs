using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>An open incident as the state keeps it; the stack is in its row only.</summary>
internal sealed record IncidentState(Guid Id, int Execution, int Node, string Message, string? Cause, DateTimeOffset At, Guid? Child = null)
{
    public static IncidentState Of(Incident incident) =>
        new(incident.Id, incident.Execution, incident.Node.Index, incident.Message, incident.Cause, incident.At, incident.ChildInstanceId);

    public Incident In(CompiledWorkflow workflow) => new(Id, Execution, workflow.Nodes[Node], Message, Cause, Details: null, At) { ChildInstanceId = Child };
}
