using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Intelligence.Activities;

/// <summary>Proposes a reply to the interaction of this workflow: see <see cref="Drafter"/>.</summary>
[Activity("AgentIQ.Draft", Category = "Intelligence", DisplayName = "Draft", Description = "Proposes a reply from the seller's templates and checks it with the guardrails.")]
[Outcome("Done")]
public sealed class MakeDraft(Drafter drafter) : StepActivity
{
    /// <summary>The template's id.</summary>
    [Input(Choices = TemplateChoices.Templates, Description = "The text to propose. One that was switched off since, or that the guardrails refuse for this customer, is replaced by a fitting one.")]
    public string? Template { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        await drafter.DraftAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), Actors.System, Template, ct);
        context.Complete("Done");
    }
}
