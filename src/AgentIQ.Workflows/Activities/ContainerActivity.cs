using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities;

/// <summary>Schedules other activities: flowchart, sequence, conditions and loops. Part of the interpreter, so not open for deriving.</summary>
internal abstract class ContainerActivity : Activity
{
    /// <summary>What a Break inside does to it.</summary>
    public virtual BreakAnswer AnswerToBreak => BreakAnswer.None;

    public abstract void Execute(ContainerContext context);

    /// <summary>A child completed. The container schedules what follows, or completes.</summary>
    public abstract void ChildCompleted(ContainerContext context, Node child, string[] outcomes);

    /// <summary>Restores what <see cref="ContainerState.Write"/> wrote. Containers without state never have it called.</summary>
    public virtual ContainerState ReadState(Node node, StateReader reader) =>
        throw new InvalidOperationException($"{GetType().Name} keeps no state, but the stored instance has some for '{node.NodeId}'.");
}
