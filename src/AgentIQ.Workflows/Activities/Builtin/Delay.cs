namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Waits for a span of business time.</summary>
[Activity("Elsa.Delay", Category = "Scheduling", Description = "Waits for a time.")]
internal sealed class Delay : WaitActivity
{
    [Input(Description = "How long, as [d.]hh:mm:ss.", DefaultValue = "00:01:00")]
    public TimeSpan TimeSpan { get; set; } = TimeSpan.FromMinutes(1);

    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        context.WaitUntil(context.Now + TimeSpan);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
