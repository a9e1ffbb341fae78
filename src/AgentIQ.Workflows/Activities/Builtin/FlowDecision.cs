namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Takes one of two ways.</summary>
[Activity("Elsa.FlowDecision", Category = "Branching", DisplayName = "Decision", Description = "Takes the way True or False.")]
[Outcome(True)]
[Outcome(False)]
internal sealed class FlowDecision : StepActivity
{
    private const string True = "True";
    private const string False = "False";

    [Input(Description = "The condition.", UIHint = UIHints.SingleLine)]
    public bool Condition { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Complete(Condition ? True : False);
        return ValueTask.CompletedTask;
    }
}
