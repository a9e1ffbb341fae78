using AgentIQ.Intelligence.Intents;
using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Intelligence.Activities;

/// <summary>Finds intent, flags and sentiment of what the customer wrote: see <see cref="IntentClassifier"/>.</summary>
[Activity("AgentIQ.Classify", Category = "Intelligence", DisplayName = "Classify", Description = "Finds intent, flags and sentiment with the dictionary.")]
[Outcome("Done")]
public sealed class Classify(InteractionStore interactions, InteractionContents contents, InteractionEvents events, IntentClassifier classifier) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var id = InteractionCorrelation.IdOf(context.CorrelationId);
        var interaction = await interactions.GetAsync(context.Scope, id, ct);
        var content = await contents.GetAsync(context.Scope, id, ct);
        var found = classifier.Classify(
            new CustomerText(content.Text, EnumText<Channel>.Of(interaction.Key.Channel), interaction.Rating, content.Pros, content.Cons));
        await interactions.UpdateAsync(
            context.Scope, id, current => current with { Intent = found.Intent, Flags = found.Flags, Sentiment = found.Sentiment }, ct);
        await events.AppendAsync(
            context.Scope,
            id,
            InteractionEventTypes.Classified,
            Actors.System,
            context.Now,
            new { found.Intent, found.Flags, found.Sentiment, found.Evidence },
            ct);
        context.Complete("Done");
    }
}
