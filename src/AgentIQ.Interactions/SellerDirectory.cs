using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>Lists sellers across tenants, for work that belongs to the installation and not to one of them.</summary>
public sealed class SellerDirectory(Database database)
{
    /// <summary>The ids of all sellers, in the order in which they were registered.</summary>
    public async Task<IReadOnlyCollection<Guid>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            "SELECT seller_id FROM sellers ORDER BY created_at, seller_id", cancellationToken: cancellationToken))).AsList();
    }
}
