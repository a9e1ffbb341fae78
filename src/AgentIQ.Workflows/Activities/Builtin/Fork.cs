using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>When a fork goes on.</summary>
internal enum ForkJoinMode
{
    /// <summary>When the first branch is done; the others are cancelled.</summary>
    WaitAny,

    /// <summary>When all branches are done.</summary>
    WaitAll,
}

/// <summary>Runs its branches at once; kept for older definitions, which list them under <c>branches</c>.</summary>
[Activity("Elsa.Fork", Category = "Control Flow", Description = "Runs branches at once.", IsBrowsable = false)]
internal sealed class Fork : ContainerActivity
{
    [Input(Description = "WaitAll goes on when all branches are done, WaitAny when the first one is.", DefaultValue = nameof(ForkJoinMode.WaitAll), IsWrapped = false)]
    public ForkJoinMode JoinMode { get; set; } = ForkJoinMode.WaitAll;

    public override BreakAnswer AnswerToBreak => BreakAnswer.Ends;

    public override void Execute(ContainerContext context)
    {
        foreach (var branch in context.Node.Children)
        {
            context.Schedule(branch);
        }

        if (context.Pending == 0)
        {
            context.Complete();
        }
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        context.Reevaluate(nameof(JoinMode));
        if (context.IsBreaking || JoinMode == ForkJoinMode.WaitAny || context.Pending == 0)
        {
            context.Complete();
        }
    }
}
