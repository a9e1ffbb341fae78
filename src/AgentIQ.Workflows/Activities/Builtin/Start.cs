namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Marks where a flowchart begins.</summary>
[Activity("Elsa.Start", Category = "Flow", Description = "Marks where a flowchart begins.", IsStart = true)]
internal sealed class Start : StepActivity
{
    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct) => ValueTask.CompletedTask;
}
