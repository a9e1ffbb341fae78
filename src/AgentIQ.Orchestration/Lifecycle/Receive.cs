using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// Decides what an interaction needs at all. A rating without words is not shown on the product's page and needs no
/// reply (domain 12.2); what is answered already is resolved.
/// </summary>
[Activity("AgentIQ.Receive", Category = "Context", DisplayName = "Does it need a reply?", Description = "Finds what needs a reply. NeedsReply: the customer waits. RatingOnly: a rating without words. Answered: it has a reply.")]
[Outcome("NeedsReply")]
[Outcome("RatingOnly")]
[Outcome("Answered")]
public sealed class Receive(InteractionStore interactions, InteractionContents contents) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var interaction = await interactions.GetAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), ct);
        var content = await contents.GetAsync(context.Scope, interaction.Id, ct);
        context.Complete(content.IsEmpty ? "RatingOnly" : interaction.NeedsReply ? "NeedsReply" : "Answered");
    }
}
