using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Holds one activity and runs it.</summary>
[Activity("Elsa.FlowNode", Category = "Flow", DisplayName = "Container", Description = "Holds one activity and runs it.")]
[Port(Body)]
internal sealed class FlowNode : ContainerActivity
{
    private const string Body = "Body";

    public override void Execute(ContainerContext context)
    {
        if (context.Node.Ports.TryGetValue(Body, out var body))
        {
            context.Schedule(body);
        }
        else
        {
            context.Complete();
        }
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes) => context.Complete();
}
