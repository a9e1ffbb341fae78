namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Starts several branches at once.</summary>
[Activity("Elsa.FlowFork", Category = "Branching", DisplayName = "Fork (flow)", Description = "Starts several branches.")]
internal sealed class FlowFork : StepActivity
{
    [Input(Description = "Names of the branches.", UIHint = UIHints.DynamicOutcomes)]
    public string[] Branches { get; set; } = [];

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Complete(Branches);
        return ValueTask.CompletedTask;
    }
}
