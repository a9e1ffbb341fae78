namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Takes the ways whose conditions hold, evaluated in order; without any the way Default.</summary>
[Activity("Elsa.FlowSwitch", Category = "Branching", DisplayName = "Switch (flow)", Description = "Takes the way of the case that matches.")]
[Outcome(Default)]
internal sealed class FlowSwitch : StepActivity
{
    private const string Default = "Default";

    [Input(Description = "The cases, in order.", UIHint = UIHints.FlowSwitchEditor, IsWrapped = false)]
    public SwitchCase[] Cases { get; set; } = [];

    [Input(Description = "MatchFirst takes the first case that matches, MatchAny all of them.", DefaultValue = nameof(SwitchMode.MatchFirst))]
    public SwitchMode Mode { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var matches = SwitchCase.Matching(Cases, Mode, context.Burst, context.Execution);
        context.Complete(matches.Count == 0 ? [Default] : [.. matches.Select(m => m.Label)]);
        return ValueTask.CompletedTask;
    }
}
