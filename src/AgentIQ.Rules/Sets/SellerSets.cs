using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Rules.Sets;

/// <summary>Which of the sellers' versions are in force or in shadow, over all sellers.</summary>
internal sealed class SellerSets(Database database)
{
    /// <summary>
    /// The version in force, and the one in shadow, of every seller and set: of the versions whose newest publication says active (or
    /// shadow) and whose time has come and not passed, the one that came into force last.
    /// </summary>
    public async Task<IReadOnlyList<SellerSetVersion>> InForceAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<SellerSetVersion>(new CommandDefinition(
            """
            WITH newest AS (
                SELECT DISTINCT ON (seller_id, set_name, version) seller_id, set_name, version, state, effective_from, effective_to, id
                FROM policy_publications
                ORDER BY seller_id, set_name, version, id DESC
            )
            SELECT DISTINCT ON (n.seller_id, n.set_name, n.state) n.seller_id, n.set_name, n.version, v.hash, n.state = 'shadow' AS is_shadow
            FROM newest n
            JOIN policy_versions v USING (seller_id, set_name, version)
            WHERE n.state IN ('active', 'shadow') AND n.effective_from <= @Now AND (n.effective_to IS NULL OR n.effective_to > @Now)
            ORDER BY n.seller_id, n.set_name, n.state, n.effective_from DESC, n.id DESC
            """,
            new { Now = now },
            cancellationToken: ct));
        return [.. rows];
    }

    /// <summary>The text of a version.</summary>
    public async Task<string> BodyAsync(SellerSetVersion version, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<string>(new CommandDefinition(
            "SELECT body FROM policy_versions WHERE seller_id = @SellerId AND set_name = @SetName AND version = @Version",
            version,
            cancellationToken: ct));
    }
}
