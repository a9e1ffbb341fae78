using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Rules;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Intelligence.Automation;

/// <summary>
/// Asks the <c>auto-action</c> policy whether the draft may be sent without a person. The policy is told what the strict
/// guardrails say of the draft now. When it may, the draft goes through the same desk and the same gate as a person's reply;
/// when the gate refuses, a person answers.
/// </summary>
[Activity("AgentIQ.DecideAutoAction", Category = "Intelligence", DisplayName = "May it be sent automatically?", Description = "The auto-action rules decide; off until the seller switches it on.")]
[Outcome("Done")]
public sealed class DecideAutoAction(
    InteractionStore interactions,
    InteractionEvents events,
    InteractionFacts interactionFacts,
    ReplySituations situations,
    ReplyChecker checker,
    DraftStore drafts,
    AutomationSettingsStore settings,
    IPolicies policies,
    IDecisionLog decisions,
    ReplyDesk desk) : StepActivity
{
    /// <summary>The stage under which the strict check of the draft is recorded, for sellers who let replies go without a person.</summary>
    public const string CheckStage = "auto-check";

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var interaction = await interactions.GetAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), ct);
        var draft = await drafts.LatestAsync(context.Scope, interaction.Id, ct);
        var allowed = await settings.GetAsync(context.Scope, ct);
        var facts = (await interactionFacts.OfAsync(context.Scope, interaction, context.Now, ct))
            .Set("auto_send_enabled", allowed.AutoSend)
            .Set("auto_preset", allowed.Preset)
            .Set("auto_product_excluded", allowed.Excludes(interaction.ProductId))
            .Set("draft_source", draft?.Source ?? "none")
            .Set("guardrails_valid", draft is null ? null : await PassesAsync(context, interaction, draft, allowed.AutoSend, ct));

        var decision = policies.Current(context.TenantId, "auto-action").Evaluate(facts);
        var decisionId = await decisions.AppendAsync(context.Scope, decision, interaction.Id, "auto-action", context.Now, ct);
        // A policy that broke allows nothing, whatever it says for that case.
        var send = decision.Fault is null ? decision.Outputs.Text("send") : "person";
        await events.AppendAsync(
            context.Scope, interaction.Id, InteractionEventTypes.AutoActionDecided, Actors.System, context.Now, new { Send = send }, ct);
        if (send == "automatic" && draft is not null)
        {
            await desk.SubmitAsync(
                context.Scope, new ReplyRequest(interaction.Id, draft.Text, new ReplyApprover(ReplyApproverKind.AutoAction, decisionId)), ct);
        }

        context.Complete("Done");
    }

    private async Task<bool> PassesAsync(StepContext context, Interaction interaction, Draft draft, bool record, CancellationToken ct)
    {
        var situation = await situations.OfAsync(context.Scope, interaction, draft.Text, CheckMoment.Auto, ct);
        var check = checker.Check(policies.Current(context.TenantId, ReplyChecker.PolicySet), situation);
        if (record)
        {
            await decisions.AppendAsync(context.Scope, check.Decision, interaction.Id, CheckStage, context.Now, ct);
        }

        return check.Valid;
    }
}
