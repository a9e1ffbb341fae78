using AgentIQ.Intelligence.Drafts;
using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Intelligence.Activities;

/// <summary>Proposes a reply to the interaction of this workflow: see <see cref="Drafter"/>.</summary>
[Activity("AgentIQ.Draft", Category = "Intelligence", DisplayName = "Draft", Description = "Proposes a reply from the seller's templates.")]
[Outcome("Done")]
public sealed class MakeDraft(Drafter drafter) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        await drafter.DraftAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), Actors.System, ct);
        context.Complete("Done");
    }
}
