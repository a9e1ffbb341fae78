namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Writes a line to the instance's log.</summary>
[Activity("Elsa.WriteLine", Category = "Console", DisplayName = "Write line", Description = "Writes a line to the log.")]
internal sealed class WriteLine : StepActivity
{
    [Input(Description = "The text.")]
    public string? Text { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.WriteLine(Text ?? string.Empty);
        return ValueTask.CompletedTask;
    }
}
