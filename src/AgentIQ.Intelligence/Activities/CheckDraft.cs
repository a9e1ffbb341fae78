using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Interactions;
using AgentIQ.Rules;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Intelligence.Activities;

/// <summary>
/// Looks at the latest draft with the guardrails and records the decision. It changes and blocks nothing: the reply
/// gate checks again before anything is sent.
/// </summary>
[Activity("AgentIQ.CheckDraft", Category = "Intelligence", DisplayName = "Check the draft", Description = "The guardrails look at the draft; they check again before sending.")]
[Outcome("Done")]
public sealed class CheckDraft(
    InteractionStore interactions,
    ReplySituations situations,
    InteractionEvents events,
    DraftStore drafts,
    ReplyChecker checker,
    IPolicies policies,
    IDecisionLog decisions) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var id = InteractionCorrelation.IdOf(context.CorrelationId);
        if (await drafts.LatestAsync(context.Scope, id, ct) is { } draft)
        {
            var interaction = await interactions.GetAsync(context.Scope, id, ct);
            var situation = await situations.OfAsync(context.Scope, interaction, draft.Text, CheckMoment.Draft, ct);
            var check = checker.Check(policies.Current(context.TenantId, ReplyChecker.PolicySet), situation);
            await drafts.SaveCheckAsync(context.Scope, draft.Id, check, ct);
            await decisions.AppendAsync(context.Scope, check.Decision, id, "draft", context.Now, ct);
            await events.AppendAsync(
                context.Scope,
                id,
                InteractionEventTypes.DraftChecked,
                Actors.System,
                context.Now,
                new { check.Valid, Violations = check.Violations.Select(violation => violation.Type).Distinct(StringComparer.Ordinal) },
                ct);
        }

        context.Complete("Done");
    }
}
