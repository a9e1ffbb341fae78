using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>Marks the interaction as resolved: the customer can read an answer, ours or one given outside.</summary>
[Activity("AgentIQ.Resolve", Category = "Orchestration", DisplayName = "Resolve", Description = "The customer has an answer.")]
[Outcome("Done")]
public sealed class Resolve(InteractionStore interactions, InteractionEvents events) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var outside = false;
        var interaction = await interactions.UpdateAsync(
            context.Scope,
            InteractionCorrelation.IdOf(context.CorrelationId),
            current =>
            {
                outside = current.ReplyState is not ReplyState.Published;
                return StateMachine.Apply(current, Trigger.Resolve, context.Now) with
                {
                    NeedsReply = false,
                    NeedsPerson = false,
                    ReplyState = outside ? ReplyState.AnsweredOutside : current.ReplyState,
                };
            },
            ct);

        if (outside)
        {
            await events.AppendAsync(
                context.Scope, interaction.Id, InteractionEventTypes.AnsweredOutside, Actors.Marketplace, context.Now, null, ct);
        }

        await events.AppendAsync(
            context.Scope, interaction.Id, InteractionEventTypes.Resolved, Actors.System, context.Now, null, ct);
        context.Complete("Done");
    }
}
