namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Ends the workflow at once: nothing scheduled or waiting goes on.</summary>
[Activity("Elsa.Finish", Category = "Primitives", Description = "Ends the workflow at once.", IsTerminal = true)]
internal sealed class Finish : StepActivity
{
    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Burst.Finish(context.Execution);
        return ValueTask.CompletedTask;
    }
}
