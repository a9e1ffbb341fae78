namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Ends the container around it. Siblings that were already scheduled still run; those that wait are cancelled.</summary>
[Activity("Elsa.End", Category = "Flow", Description = "Ends the flowchart around it.", IsTerminal = true)]
internal sealed class End : StepActivity
{
    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct) => ValueTask.CompletedTask;
}
