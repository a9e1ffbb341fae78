using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules;

namespace AgentIQ.Intelligence.Drafts;

/// <summary>Makes the draft of an interaction: composes, checks, stores and notes it.</summary>
public sealed class Drafter(
    InteractionStore interactions,
    ReplySituations situations,
    InteractionEvents events,
    TemplateStore templates,
    DraftStore drafts,
    IDraftComposer composer,
    IPolicies policies,
    IIdSource ids,
    TimeProvider time)
{
    /// <inheritdoc cref="DraftAsync(TenantScope, Guid, string, string?, CancellationToken)" />
    public Task<Draft> DraftAsync(TenantScope scope, Guid interactionId, string actor, CancellationToken cancellationToken) =>
        DraftAsync(scope, interactionId, actor, template: null, cancellationToken);

    /// <summary>Makes a new draft; asked again, it takes another template where there is one.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="actor">Who asked for it.</param>
    /// <param name="template">The template to take where the guardrails let it pass; null or empty: the one that fits best.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <exception cref="InteractionNotFoundException">This seller has no such interaction.</exception>
    public async Task<Draft> DraftAsync(TenantScope scope, Guid interactionId, string actor, string? template, CancellationToken cancellationToken)
    {
        var interaction = await interactions.GetAsync(scope, interactionId, cancellationToken);
        var previous = await drafts.LatestAsync(scope, interactionId, cancellationToken);
        var composed = await composer.ComposeAsync(
            new DraftRequest(
                await situations.OfAsync(scope, interaction, text: "", CheckMoment.Draft, cancellationToken),
                policies.Current(scope.TenantId, ReplyChecker.PolicySet),
                await templates.ListAsync(scope, cancellationToken))
            {
                CustomerName = interaction.CustomerName,
                Variation = interaction.Id,
                PreviousTemplate = previous?.TemplateId,
                WantedTemplate = template,
            },
            cancellationToken);
        var now = time.GetUtcNow();
        var draft = new Draft(
            ids.Next(), interactionId, composed.Text, composed.Source, composed.TemplateId, composed.Check.Violations, composed.Check.Warnings, now);
        await drafts.AddAsync(scope, draft, cancellationToken);
        await events.AppendAsync(
            scope,
            interactionId,
            InteractionEventTypes.DraftGenerated,
            actor,
            now,
            new { draft.Source, Template = draft.TemplateId },
            cancellationToken);
        return draft;
    }
}
