using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Runs its activities along connections, from one start (elsa-studio-contract 5.1). What follows from a completed activity is decided by
/// <see cref="CounterRound"/> or <see cref="TokenRound"/>, as the instance's <see cref="FlowchartMode"/> says.
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

        if (context.Execution.State is not null)
        {
            GoOn(context);
            return;
        }

        var start = context.Burst.Trigger is { } trigger && trigger.Node.Parent == context.Node ? trigger.Node.ChildIndex : context.Node.Flow!.DefaultStart;
        context.Execution.State = context.Burst.Instance.FlowchartMode == FlowchartMode.Token
            ? new TokenState(context.Node.Flow!, start)
            : CounterState.At(context.Node.Flow!, start);
        context.Schedule(children[start]);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        if (child.Descriptor.IsTerminal)
        {
            context.Complete();
            return;
        }

        if (context.Execution.State is TokenState tokens)
        {
            new TokenRound(context, tokens).Follow(child.ChildIndex, outcomes);
            GoOn(context);
        }
        else if (!new CounterRound(context, (CounterState)context.Execution.State!).Follow(child.ChildIndex, outcomes))
        {
            GoOn(context);
        }
    }

    public override ContainerState ReadState(Node node, StateReader reader) =>
        reader.IsList ? CounterState.Read(node.Flow!, reader) : TokenState.Read(node.Flow!, reader);

    /// <summary>Runs what would be left behind, and completes when nothing is left to do.</summary>
    private static void GoOn(ContainerContext context)
    {
        if (context.Execution.State is TokenState tokens)
        {
            if (context.Pending == 0)
            {
                new TokenRound(context, tokens).RunWhatNothingCanReach();
            }
        }
        else
        {
            new CounterRound(context, (CounterState)context.Execution.State!).RunWhatNothingCanReach();
        }

        if (context.Pending == 0)
        {
            context.Complete();
        }
    }
}
