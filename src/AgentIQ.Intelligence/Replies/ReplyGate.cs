using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Replies;

/// <summary>
/// The reply gate: judges a text by the seller's guardrails that are in force, records the decision in the caller's
/// transaction and passes or blocks it. What a policy sends without a person is judged by the stricter rules.
/// </summary>
public sealed class ReplyGate(
    InteractionStore interactions, ReplySituations situations, ReplyChecker checker, IPolicies policies, IDecisionLog decisions, TimeProvider time) : IReplyGate
{
    /// <summary>The stage under which decisions of the gate are recorded.</summary>
    public const string Stage = "reply-gate";

    /// <inheritdoc/>
    public async Task<ReplyGateResult> CheckAsync(TenantScope scope, ReplyProposal proposal, CancellationToken cancellationToken)
    {
        var interaction = await interactions.GetAsync(scope, proposal.InteractionId, cancellationToken);
        var moment = proposal.Approver.Kind == ReplyApproverKind.AutoAction ? CheckMoment.Auto : CheckMoment.Send;
        var situation = await situations.OfAsync(scope, interaction, proposal.Text, moment, cancellationToken);
        var check = checker.Check(policies.Current(scope.TenantId, ReplyChecker.PolicySet), situation);
        var decisionId = await decisions.AppendAsync(scope, check.Decision, interaction.Id, Stage, time.GetUtcNow(), cancellationToken);
        IReadOnlyList<ReplyViolation> violations = [.. check.Violations.Select(Of)];
        IReadOnlyList<ReplyViolation> warnings = [.. check.Warnings.Select(Of)];
        return check.Valid
            ? new ReplyGateResult.Passed(CheckedReply.Pass(proposal, new GateVerdict(decisionId, ReplyText.Hash(proposal.Text), violations)), warnings)
            : new ReplyGateResult.Blocked(violations, warnings);
    }

    private static ReplyViolation Of(GuardrailFinding finding) => new(
        finding.Type, finding.Severity, finding.Phrase, finding.Start, finding.Length, new LocalizedText(finding.Message, finding.MessageEn));
}
