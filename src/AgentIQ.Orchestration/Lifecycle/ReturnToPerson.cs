using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>Puts an interaction back before a person: its reply was blocked, not sent, rejected or not found.</summary>
[Activity("AgentIQ.ReturnToPerson", Category = "Orchestration", DisplayName = "Return to a person", Description = "The reply did not get through; a person decides.")]
[Outcome("Done")]
public sealed class ReturnToPerson(InteractionStore interactions) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        await interactions.UpdateAsync(
            context.Scope,
            InteractionCorrelation.IdOf(context.CorrelationId),
            current => StateMachine.Apply(current, Trigger.Return, context.Now) with { NeedsReply = true },
            ct);
        context.Complete("Done");
    }
}
