using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>Keeps sellers. A scope sees its own seller only.</summary>
public sealed class SellerStore(TimeProvider time)
{
    /// <summary>The seller of this scope, or null when it is not registered yet.</summary>
    public Task<Seller?> FindAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleOrDefaultAsync<Seller>(new CommandDefinition(
            "SELECT seller_id AS Id, name FROM sellers WHERE seller_id = @sellerId",
            new { sellerId = scope.TenantId },
            cancellationToken: cancellationToken));

    /// <summary>Registers the seller of this scope; a second call changes nothing.</summary>
    public Task EnsureAsync(TenantScope scope, string name, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sellers (seller_id, name, created_at) VALUES (@sellerId, @name, @now)
            ON CONFLICT (seller_id) DO NOTHING
            """,
            new { sellerId = scope.TenantId, name, now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
}
