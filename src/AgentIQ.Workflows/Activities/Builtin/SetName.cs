namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Names the instance.</summary>
[Activity("Elsa.SetName", Category = "Primitives", DisplayName = "Set name", Description = "Names this instance.")]
internal sealed class SetName : StepActivity
{
    [Input(Description = "The name.")]
    public string? Value { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Burst.Instance.Name = Value;
        return ValueTask.CompletedTask;
    }
}
