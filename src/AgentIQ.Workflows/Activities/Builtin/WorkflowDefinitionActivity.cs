using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// A workflow used as an activity: its whole graph runs inside the same instance, with its own variables, inputs and outputs. A Complete
/// inside completes only this activity, with its outcomes.
/// </summary>
[Activity("Elsa.WorkflowDefinitionActivity", Category = "Composition", Description = "Runs another workflow inside this instance.", IsBrowsable = false)]
[Port(Root)]
internal sealed class WorkflowDefinitionActivity : ContainerActivity
{
    public const string Root = "Root";

    public Dictionary<string, object?> Inputs { get; } = [];

    public override void Execute(ContainerContext context)
    {
        context.Execution.State = new WorkflowScopeState(Inputs, []);
        if (context.Node.Ports.TryGetValue(Root, out var root))
        {
            context.Schedule(root);
        }
        else
        {
            CompleteWith(context, OutcomeNames.JustDone);
        }
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes) => CompleteWith(context, OutcomeNames.JustDone);

    public void CompleteWith(ContainerContext context, string[] outcomes)
    {
        foreach (var (name, value) in ((WorkflowScopeState)context.Execution.State!).Outputs)
        {
            context.WriteOutput(name, value);
        }

        context.Complete(outcomes);
    }

    public override ContainerState ReadState(Node node, StateReader reader) => new WorkflowScopeState(reader.Map("inputs"), reader.Map("outputs"));
}
