using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Testing;

/// <summary>Asks PostgreSQL's own catalogue whether every table of sellers is protected.</summary>
public static class TenancyCatalogue
{
    private const string UnprotectedSql =
        """
        SELECT DISTINCT relname
        FROM pg_class
        JOIN pg_attribute ON attrelid = pg_class.oid AND attname IN ('seller_id', 'tenant_id') AND NOT attisdropped
        WHERE relnamespace = 'agentiq'::regnamespace
          AND relkind IN ('r', 'p')
          AND NOT (relrowsecurity AND relforcerowsecurity)
        ORDER BY relname
        """;

    private const string ForeignOwnersSql =
        """
        SELECT relname
        FROM pg_class
        WHERE relnamespace = 'agentiq'::regnamespace AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) <> 'agentiq_owner'
        ORDER BY relname
        """;

    private const string ViewsSql =
        """
        SELECT relname
        FROM pg_class
        WHERE relnamespace = 'agentiq'::regnamespace
          AND (relkind = 'm' OR relkind = 'v' AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on'])
        ORDER BY relname
        """;

    /// <summary>
    /// Every table with a <c>seller_id</c> or <c>tenant_id</c> has forced row-level security, every table belongs to the
    /// owner's role, and no view reads past the reader's own rights.
    /// </summary>
    /// <exception cref="InvalidOperationException">Names what is not protected.</exception>
    public static async Task AssertAsync(Database db)
    {
        await using var connection = await db.Owner.OpenConnectionAsync();
        await AssertNoneAsync(connection, UnprotectedSql, "Tables of sellers without forced row-level security (CALL agentiq.tenant_table)");
        await AssertNoneAsync(connection, ForeignOwnersSql, "Tables that do not belong to agentiq_owner");
        await AssertNoneAsync(connection, ViewsSql, "Views that read with their owner's rights (use WITH (security_invoker = true); no materialised views)");
    }

    private static async Task AssertNoneAsync(Npgsql.NpgsqlConnection connection, string sql, string meaning)
    {
        var names = (await connection.QueryAsync<string>(sql)).ToList();
        if (names.Count > 0)
        {
            throw new InvalidOperationException($"{meaning}: {string.Join(", ", names)}");
        }
    }
}
