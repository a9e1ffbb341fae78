using System.Globalization;
using Dapper;
using Npgsql;

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

    private const string MonthsSql =
        """
        SELECT child.relname
        FROM pg_inherits
        JOIN pg_class child ON child.oid = inhrelid
        WHERE inhparent = ('agentiq.' || @table)::regclass AND child.relname ~ ('^' || @table || '_y[0-9]{4}m[0-9]{2}$')
        ORDER BY child.relname
        """;

    /// <summary>Dropping a partition stops everybody who uses the table: for so long at most, else it is left to the next time.</summary>
    private const string DropSql = "SET lock_timeout = '200ms'; DROP TABLE IF EXISTS agentiq.{0}; RESET lock_timeout";

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

    /// <summary>Drops the months of a table that are over and that nobody needs. Several processes may do so at once.</summary>
    /// <param name="db">The database, migrated.</param>
    /// <param name="table">A table that is partitioned by month, without its schema.</param>
    /// <param name="before">Only months that had ended by then.</param>
    /// <param name="isNeeded">Whether a month, from its beginning to the beginning of the next, must stay.</param>
    /// <param name="ct">Cancels between months.</param>
    /// <returns>The partitions that went. One that was in use at that moment stays for the next call.</returns>
    public static async Task<IReadOnlyList<string>> DropAsync(
        Database db, string table, DateTimeOffset before, Func<DateTimeOffset, DateTimeOffset, CancellationToken, Task<bool>> isNeeded, CancellationToken ct)
    {
        await using var connection = await db.Owner.OpenConnectionAsync(ct);
        var dropped = new List<string>();
        foreach (var month in await connection.QueryAsync<string>(new CommandDefinition(MonthsSql, new { table }, cancellationToken: ct)))
        {
            var from = DateTimeOffset.ParseExact(month[^7..], "yyyy'm'MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            if (from.AddMonths(1) > before || await isNeeded(from, from.AddMonths(1), ct))
            {
                continue;
            }

            try
            {
                await connection.ExecuteAsync(new CommandDefinition(string.Format(CultureInfo.InvariantCulture, DropSql, month), cancellationToken: ct));
                dropped.Add(month);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.UndefinedTable)
            {
                // In use, or another process was first.
            }
        }

        return dropped;
    }
}
