namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Sets an output of the workflow; the last one wins.</summary>
[Activity("Elsa.SetOutput", Category = "Composition", DisplayName = "Set output", Description = "Sets an output of the workflow.")]
internal sealed class SetOutput : StepActivity
{
    [Input(Description = "Name of the output.", UIHint = UIHints.OutputPicker, IsRequired = true)]
    public string? OutputName { get; set; }

    [Input(Description = "Its value.")]
    public object? OutputValue { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(OutputName))
        {
            throw new InvalidOperationException("Expected the name of a workflow output, got nothing. Choose one in OutputName.");
        }

        context.SetOutput(OutputName, OutputValue);
        return ValueTask.CompletedTask;
    }
}
