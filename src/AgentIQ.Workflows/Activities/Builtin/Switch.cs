using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs the embedded activities of the cases that hold, without any the default one, and is done when they are.</summary>
[Activity("Elsa.Switch", Category = "Branching", Description = "Runs the activity of the case that matches.")]
[Port(Default)]
internal sealed class Switch : ContainerActivity
{
    private const string Default = "Default";

    [Input(Description = "The cases, in order.", UIHint = UIHints.SwitchEditor, IsWrapped = false)]
    public SwitchCase[] Cases { get; set; } = [];

    [Input(Description = "MatchFirst runs the first case that matches, MatchAny all of them.", DefaultValue = nameof(SwitchMode.MatchFirst))]
    public SwitchMode Mode { get; set; }

    public override void Execute(ContainerContext context)
    {
        var matches = SwitchCase.Matching(Cases, Mode, context.Burst, context.Execution);
        foreach (var match in matches)
        {
            if (match.Child is { } child)
            {
                context.Schedule(context.Node.Children[child]);
            }
        }

        if (matches.Count == 0 && context.Node.Ports.TryGetValue(Default, out var otherwise))
        {
            context.Schedule(otherwise);
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
