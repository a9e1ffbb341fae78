using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs its activities one after the other; a terminal one ends it.</summary>
[Activity("Elsa.Sequence", Category = "Workflows", Description = "Runs activities one after the other.", IsBrowsable = false)]
internal sealed class Sequence : ContainerActivity
{
    public override BreakAnswer AnswerToBreak => BreakAnswer.Ends;

    public override void Execute(ContainerContext context) => RunFrom(context, 0);

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        if (child.Descriptor.IsTerminal || context.IsBreaking)
        {
            context.Complete();
        }
        else
        {
            RunFrom(context, child.ChildIndex + 1);
        }
    }

    private static void RunFrom(ContainerContext context, int index)
    {
        if (index < context.Node.Children.Length)
        {
            context.Schedule(context.Node.Children[index]);
        }
        else
        {
            context.Complete();
        }
    }
}
