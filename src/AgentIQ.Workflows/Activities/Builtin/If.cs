using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs one of two embedded activities, or none where it has none.</summary>
[Activity("Elsa.If", Category = "Branching", Description = "Runs an activity when a condition holds, another when not.")]
[Port(Then)]
[Port(Else)]
internal sealed class If : ContainerActivity
{
    private const string Then = "Then";
    private const string Else = "Else";

    [Input(Description = "The condition.", UIHint = UIHints.SingleLine)]
    public bool Condition { get; set; }

    [Output(Description = "What the condition gave.")]
    public bool Result { get; set; }

    public override void Execute(ContainerContext context)
    {
        context.WriteOutput(nameof(Result), Condition);
        if (context.Node.Ports.TryGetValue(Condition ? Then : Else, out var branch))
        {
            context.Schedule(branch);
        }
        else
        {
            context.Complete();
        }
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes) => context.Complete();
}
