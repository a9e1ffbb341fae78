using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Dapper;

namespace AgentIQ.Intelligence.Drafts;

/// <summary>Forgets the drafts of old trial runs.</summary>
internal sealed class SandboxDrafts : ISandboxObserver
{
    public Task OnRemovedAsync(TenantScope scope, IReadOnlyList<string> correlationIds, CancellationToken ct) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM drafts d USING interactions i
            WHERE d.seller_id = @sellerId AND d.interaction_id = ANY (@ids) AND i.seller_id = d.seller_id AND i.id = d.interaction_id AND i.is_sandbox
            """,
            new { sellerId = scope.TenantId, ids = correlationIds.Where(id => Guid.TryParseExact(id, "D", out _)).Select(Guid.Parse).ToArray() },
            cancellationToken: ct));
}
