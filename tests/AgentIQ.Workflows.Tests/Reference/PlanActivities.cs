using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>Completes with the outcomes of its plan, one per execution, the last one from then on; <c>!</c> fails.</summary>
[Activity("Test.Plan")]
public sealed class Plan : StepActivity
{
    [Input(UIHint = UIHints.DynamicOutcomes)]
    public string? Outcomes { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var plan = Outcomes!.Split(' ');
        var turn = context.GetVariable<int>(context.ActivityId);
        context.SetVariable(context.ActivityId, turn + 1);
        var outcome = plan[Math.Min(turn, plan.Length - 1)];
        context.Complete(outcome == "!" ? throw new InvalidOperationException("planned") : outcome);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Adds one to a variable.</summary>
[Activity("Test.Count")]
public sealed class Count : StepActivity
{
    [Input]
    public string? Variable { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.SetVariable(Variable!, context.GetVariable<int>(Variable!) + 1);
        return ValueTask.CompletedTask;
    }
}
