namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Leaves the nearest loop around it. In a parallel branch it ends that branch; the loop ends when the others have ended too.</summary>
[Activity("Elsa.Break", Category = "Looping", Description = "Leaves the loop around it.", IsTerminal = true)]
internal sealed class Break : StepActivity
{
    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Burst.Break(context.Execution);
        return ValueTask.CompletedTask;
    }
}
