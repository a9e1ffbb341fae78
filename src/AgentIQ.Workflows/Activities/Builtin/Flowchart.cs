using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Runs its activities along connections, joining them by counters (elsa-studio-contract 5.1): a connection is visited when its source
/// completed or was skipped, and followed when its port was among the outcomes. An activity runs once per round, when all its inbound
/// forward connections are visited and at least one was followed; when none was, it is skipped and its own connections are visited in turn.
/// </summary>
[Activity(TypeName, Category = "Flow", Description = "Runs activities along their connections.", IsBrowsable = false)]
internal sealed class Flowchart : ContainerActivity
{
    public const string TypeName = "Elsa.Flowchart";

    public override void Execute(ContainerContext context)
    {
        var children = context.Node.Children;
        if (children.Length == 0)
        {
            context.Complete();
            return;
        }

        var start = context.Burst.Trigger is { } trigger && trigger.Node.Parent == context.Node ? trigger.Node.ChildIndex : context.Node.Flow!.DefaultStart;
        var state = new FlowState(context.Node.Flow!, start);
        context.Execution.State = state;
        state.Runs[start]++;
        context.Schedule(children[start]);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        if (child.Descriptor.IsTerminal)
        {
            context.Complete();
            return;
        }

        var flow = new FlowRound(context, (FlowState)context.Execution.State!);
        if (!flow.Follow(child.ChildIndex, outcomes))
        {
            flow.RunWhatNothingCanReach();
        }

        if (context.Pending == 0)
        {
            context.Complete();
        }
    }

    public override ContainerState ReadState(Node node, StateReader reader) => FlowState.Read(node.Flow!, reader);
}
