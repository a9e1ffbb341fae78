using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs its activities at once and is done when all are.</summary>
[Activity("Elsa.Parallel", Category = "Workflows", Description = "Runs activities at once.", IsBrowsable = false)]
internal sealed class Parallel : ContainerActivity
{
    public override void Execute(ContainerContext context)
    {
        foreach (var child in context.Node.Children)
        {
            context.Schedule(child);
        }

        CompleteWhenDone(context);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes) => CompleteWhenDone(context);

    private static void CompleteWhenDone(ContainerContext context)
    {
        if (context.Pending == 0)
        {
            context.Complete();
        }
    }
}
