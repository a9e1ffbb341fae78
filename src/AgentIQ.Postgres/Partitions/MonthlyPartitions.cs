using Dapper;

namespace AgentIQ.Postgres;

/// <summary>
/// Keeps the months of the append-only logs ready: every table of the schema that is partitioned by range.
/// Without it nothing is refused, the rows only stand in the DEFAULT partition until it runs.
/// </summary>
public static class MonthlyPartitions
{
    private const string TablesSql =
        """
        SELECT relname
        FROM pg_partitioned_table JOIN pg_class ON pg_class.oid = partrelid
        WHERE relnamespace = 'agentiq'::regnamespace AND partstrat = 'r'
        ORDER BY relname
        """;

    /// <summary>Makes the partitions of this month and the following ones where they are missing. Call it at start and once a day.</summary>
    /// <param name="db">The database, migrated.</param>
    /// <param name="now">The business clock's time.</param>
    /// <param name="monthsAhead">How many months after the current one.</param>
    /// <param name="ct">Cancels between tables.</param>
    public static async Task EnsureAsync(Database db, DateTimeOffset now, int monthsAhead, CancellationToken ct)
    {
        await using var connection = await db.Owner.OpenConnectionAsync(ct);
        var tables = await connection.QueryAsync<string>(new CommandDefinition(TablesSql, cancellationToken: ct));
        foreach (var table in tables)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "CALL agentiq.ensure_partitions(@table, @fromDay::date, @months)",
                new { table, fromDay = now.UtcDateTime.Date, months = monthsAhead + 1 },
                cancellationToken: ct));
        }
    }
}
