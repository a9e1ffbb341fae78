using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>
/// The one place that lets a reply out. Declared here and implemented by the layer that owns the guardrails;
/// nothing is sent that it did not pass, whatever a workflow looks like.
/// </summary>
public interface IReplyGate
{
    /// <summary>
    /// Checks <paramref name="proposal"/> with the blocking guardrails and the rights of its approver, records the
    /// decision in the caller's transaction, and passes or blocks it.
    /// </summary>
    Task<ReplyGateResult> CheckAsync(TenantScope scope, ReplyProposal proposal, CancellationToken cancellationToken);
}
