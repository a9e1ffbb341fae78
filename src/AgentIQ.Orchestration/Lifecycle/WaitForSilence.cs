using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// Gives the customer time before a resolved interaction is closed (domain 4.4: a day). What an edit of a resolved
/// interaction means is decided at the inbox: it opens the next round.
/// </summary>
[Activity("AgentIQ.WaitForSilence", Category = "Orchestration", DisplayName = "Wait for silence", Description = "Waits a while before a resolved interaction is closed.")]
[Outcome("Done")]
public sealed class WaitForSilence : WaitActivity
{
    /// <summary>How long; a day by default.</summary>
    [Input(Description = "How long the customer may be silent before it is closed.", DefaultValue = "1.00:00:00")]
    public TimeSpan Period { get; set; } = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        context.WaitUntil(context.Now + Period);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        context.Complete("Done");
        return ValueTask.CompletedTask;
    }
}
