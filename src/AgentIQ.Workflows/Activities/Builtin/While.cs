using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs its body as long as a condition holds; the condition is evaluated before each pass.</summary>
[Activity("Elsa.While", Category = "Looping", Description = "Repeats an activity while a condition holds.")]
[Port(Body)]
internal sealed class While : ContainerActivity
{
    private const string Body = "Body";

    [Input(Description = "The condition.", UIHint = UIHints.SingleLine)]
    public bool Condition { get; set; }

    public override BreakAnswer AnswerToBreak => BreakAnswer.EndsHere;

    public override void Execute(ContainerContext context)
    {
        if (Condition && context.Node.Ports.TryGetValue(Body, out var body))
        {
            context.Schedule(body);
        }
        else
        {
            context.Complete();
        }
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        if (!context.IsBreaking)
        {
            context.Reevaluate(nameof(Condition));
        }

        Execute(context);
    }
}
