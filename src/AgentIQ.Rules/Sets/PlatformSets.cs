using AgentIQ.Postgres;
using Dapper;
using Npgsql;

namespace AgentIQ.Rules.Sets;

/// <summary>The shipped sets in PostgreSQL: the newest version of each is the platform's.</summary>
internal sealed class PlatformSets(Database database)
{
    /// <summary>The newest version of a set, or null.</summary>
    public async Task<StoredSet?> NewestAsync(string set, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        return await NewestAsync(connection, set, ct);
    }

    /// <summary>The newest version of every set.</summary>
    public async Task<IReadOnlyList<StoredSet>> AllAsync(CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<StoredSet>(new CommandDefinition(
            """
            SELECT DISTINCT ON (set_name) set_name, version, hash, body, file_name
            FROM platform_policy_versions
            WHERE set_name <> 'facts' -- The fact catalogue stood here before the layers declared their own facts.
            ORDER BY set_name, version DESC
            """,
            cancellationToken: ct));
        return [.. rows];
    }

    /// <summary>Adds a version unless the newest one has the same text. Processes that start together add it once.</summary>
    public async Task AddAsync(string set, string hash, string body, string fileName, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended(@Key, 0))", new { Key = $"platform_policy_versions {set}" }, transaction, cancellationToken: ct));
        var newest = await NewestAsync(connection, set, ct);
        if (newest?.Hash != hash)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO platform_policy_versions (set_name, version, hash, body, file_name, created_at)
                VALUES (@Set, @Version, @Hash, @Body, @FileName, @Now)
                """,
                new { Set = set, Version = (newest?.Version ?? 0) + 1, Hash = hash, Body = body, FileName = fileName, Now = now },
                transaction,
                cancellationToken: ct));
        }

        await transaction.CommitAsync(ct);
    }

    private static Task<StoredSet?> NewestAsync(NpgsqlConnection connection, string set, CancellationToken ct) =>
        connection.QuerySingleOrDefaultAsync<StoredSet>(new CommandDefinition(
            """
            SELECT set_name, version, hash, body, file_name
            FROM platform_policy_versions
            WHERE set_name = @Set
            ORDER BY version DESC
            LIMIT 1
            """,
            new { Set = set },
            cancellationToken: ct));
}
