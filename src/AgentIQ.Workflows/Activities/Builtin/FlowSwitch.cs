using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

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
        var matches = new List<string>();
        foreach (var option in Cases)
        {
            if (Holds(option, context))
            {
                matches.Add(option.Label);
                if (Mode == SwitchMode.MatchFirst)
                {
                    break;
                }
            }
        }

        context.Complete(matches.Count == 0 ? [Default] : [.. matches]);
        return ValueTask.CompletedTask;
    }

    private static bool Holds(SwitchCase option, StepContext context)
    {
        try
        {
            return ValueConverter.Convert(option.Condition.Evaluate(context.Burst, context.Execution), typeof(bool)) is true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InputException($"{nameof(Cases)}: {option.Label}", e);
        }
    }
}
