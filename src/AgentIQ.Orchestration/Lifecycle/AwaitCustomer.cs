using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// Marks that the reply is out and the dialogue is the customer's turn. The clock of the deadlines stands until the customer writes or we
/// reply again. For channels with a dialogue; a review or a question is resolved by its answer.
/// </summary>
[Activity("AgentIQ.AwaitCustomer", Category = "Orchestration", DisplayName = "The customer's turn", Description = "The reply is out and the customer is to say more; deadlines stand until then.")]
[Outcome("Done")]
public sealed class AwaitCustomer(InteractionStore interactions) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        await interactions.UpdateAsync(
            context.Scope,
            InteractionCorrelation.IdOf(context.CorrelationId),
            current => StateMachine.Apply(current, Trigger.AwaitCustomer, context.Now) with { NeedsReply = false },
            ct);
        context.Complete("Done");
    }
}
