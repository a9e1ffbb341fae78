using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>Forgets the replies of old trial runs, and with them the interactions that they were given to.</summary>
internal sealed class SandboxReplies(SandboxInteractions interactions) : ISandboxObserver
{
    public async Task OnRemovedAsync(TenantScope scope, IReadOnlyList<string> correlationIds, CancellationToken ct)
    {
        var ids = correlationIds.Where(id => Guid.TryParseExact(id, "D", out _)).Select(Guid.Parse).ToArray();
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM replies r USING interactions i
            WHERE r.seller_id = @sellerId AND r.interaction_id = ANY (@ids) AND i.seller_id = r.seller_id AND i.id = r.interaction_id AND i.is_sandbox
            """,
            new { sellerId = scope.TenantId, ids },
            cancellationToken: ct));
        await interactions.RemoveAsync(scope, ids, ct);
    }
}
