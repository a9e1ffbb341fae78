namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Sets what the instance is about; stimuli of that correlation reach it from then on.</summary>
[Activity("Elsa.Correlate", Category = "Primitives", Description = "Sets the instance's correlation.")]
internal sealed class Correlate : StepActivity
{
    [Input(Description = "The correlation id.")]
    public string? CorrelationId { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Burst.Instance.CorrelationId = CorrelationId;
        return ValueTask.CompletedTask;
    }
}
