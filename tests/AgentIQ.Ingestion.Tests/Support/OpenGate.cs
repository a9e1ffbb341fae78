using AgentIQ.Postgres;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Ingestion.Tests.Support;

/// <summary>A reply gate that blocks texts with a forbidden word and passes the rest.</summary>
internal sealed class OpenGate(IIdSource ids) : IReplyGate
{
    public string Forbidden { get; set; } = "нейросеть";

    public Task<ReplyGateResult> CheckAsync(TenantScope scope, ReplyProposal proposal, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReplyViolation> violations = proposal.Text.Contains(Forbidden, StringComparison.OrdinalIgnoreCase)
            ? [new ReplyViolation("ai_mention", "error", Forbidden, 0, Forbidden.Length, new LocalizedText("Уберите слово", "Remove the word"))]
            : [];
        return Task.FromResult<ReplyGateResult>(violations.Count > 0
            ? new ReplyGateResult.Blocked(violations, [])
            : new ReplyGateResult.Passed(CheckedReply.Pass(proposal, new GateVerdict(ids.Next(), ReplyText.Hash(proposal.Text), violations)), []));
    }
}
