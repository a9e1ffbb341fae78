using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>Ends this round. What the customer does next opens another.</summary>
[Activity("AgentIQ.Close", Category = "Orchestration", DisplayName = "Close", Description = "Ends this round of the interaction.")]
[Outcome("Done")]
public sealed class Close(InteractionStore interactions, InteractionEvents events) : StepActivity
{
    /// <summary>Why, as it is written in the event: <c>answered</c>, <c>rating_only</c>, or a word of the author's.</summary>
    [Input(Description = "Why it is closed, as the timeline shows it.", DefaultValue = "answered")]
    public string Reason { get; set; } = "answered";

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var interaction = await interactions.UpdateAsync(
            context.Scope,
            InteractionCorrelation.IdOf(context.CorrelationId),
            current => StateMachine.Apply(current, Trigger.Close, context.Now) with { NeedsReply = false, NeedsPerson = false },
            ct);
        await events.AppendAsync(
            context.Scope, interaction.Id, InteractionEventTypes.Closed, Actors.System, context.Now, new { Reason }, ct);
        context.Complete("Done");
    }
}
