using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Context.Links;

/// <summary>Ties the interaction of this workflow to those that share an exact key with it: see <see cref="Linker"/>.</summary>
[Activity("AgentIQ.Link", Category = "Context", DisplayName = "Link", Description = "Ties it to interactions with the same order, customer or reference.")]
[Outcome("Done")]
public sealed class LinkInteraction(InteractionStore interactions, Linker linker) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var interaction = await interactions.GetAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), ct);
        await linker.LinkAsync(context.Scope, interaction, context.Now, ct);
        context.Complete("Done");
    }
}
