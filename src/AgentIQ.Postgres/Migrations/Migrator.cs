using Dapper;
using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>Brings a database to the schema of this version: each file once, in order, in a transaction of its own.</summary>
public static class Migrator
{
    /// <summary>Any constant that is ours: "schema" in ASCII.</summary>
    private const long LockKey = 0x73_63_68_65_6D_61;

    private const string PrepareSql =
        """
        CREATE SCHEMA IF NOT EXISTS agentiq;
        CREATE TABLE IF NOT EXISTS agentiq.schema_files (
            part       text        NOT NULL,
            number     integer     NOT NULL,
            name       text        NOT NULL,
            checksum   text        NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (part, number)
        );
        """;

    /// <summary>
    /// Makes roles and database when missing, then applies what is new of every part, in the order given
    /// (<see cref="PostgresSchema.Part"/> first, whether it is given or not). Processes that start together wait for one another.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="parts">The parts, those that others refer to first.</param>
    /// <param name="ct">Cancels between files and inside one; a cancelled file is rolled back.</param>
    /// <exception cref="SchemaException">
    /// A file that was applied has changed or is gone, the numbering has a gap, or a file failed.
    /// </exception>
    public static async Task ApplyAsync(Database db, IReadOnlyList<SchemaPart> parts, CancellationToken ct)
    {
        var files = WithOwnPart(parts).Select(SchemaFile.Of).ToList();
        await db.BootstrapAsync(ct);

        await using var connection = await db.Owner.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@LockKey)", new { LockKey }, cancellationToken: ct));
        try
        {
            await ApplyPendingAsync(connection, files, ct);
        }
        finally
        {
            // Not left to the pool: it resets a connection only when it is used again, and the next process would wait until then.
            await connection.ExecuteAsync("SELECT pg_advisory_unlock(@LockKey)", new { LockKey });
        }
    }

    private static async Task ApplyPendingAsync(NpgsqlConnection connection, List<IReadOnlyList<SchemaFile>> files, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(PrepareSql, cancellationToken: ct));
        var applied = (await connection.QueryAsync<AppliedFile>(new CommandDefinition(
            "SELECT part, number, name, checksum FROM agentiq.schema_files ORDER BY part, number", cancellationToken: ct))).ToList();

        foreach (var part in files)
        {
            foreach (var file in Pending(part, applied))
            {
                await ApplyFileAsync(connection, file, ct);
            }
        }
    }

    /// <summary>The parts as they are applied: ours first, none twice.</summary>
    internal static IReadOnlyList<SchemaPart> WithOwnPart(IReadOnlyList<SchemaPart> parts) =>
        parts.Prepend(PostgresSchema.Part).DistinctBy(part => part.Name, StringComparer.Ordinal).ToList();

    private static IEnumerable<SchemaFile> Pending(IReadOnlyList<SchemaFile> files, List<AppliedFile> applied)
    {
        var part = files.Count > 0 ? files[0].Part : null;
        var known = applied.Where(file => file.Part == part).ToList();
        if (known.Count > files.Count)
        {
            var extra = known[files.Count];
            throw new SchemaException(
                $"The database has {extra.Part}: Schema/{extra.Number:000}-{extra.Name}.sql, which this version does not know: it was used by a newer version. Start that version, or restore a backup from before it.");
        }

        for (var index = 0; index < known.Count; index++)
        {
            if (known[index].Checksum != files[index].Checksum)
            {
                throw new SchemaException(
                    $"{files[index]} was changed after it had been applied (as {known[index].Number:000}-{known[index].Name}.sql). An applied file is never changed: undo the change and write what is new into a new file with the next number.");
            }
        }

        return files.Skip(known.Count);
    }

    private static async Task ApplyFileAsync(NpgsqlConnection connection, SchemaFile file, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(file.Sql, transaction: transaction, cancellationToken: ct));
        }
        catch (PostgresException error)
        {
            throw new SchemaException($"{file} failed and was rolled back: {error.MessageText}{Where(error)}", error);
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO agentiq.schema_files (part, number, name, checksum) VALUES (@Part, @Number, @Name, @Checksum)",
            new { file.Part, file.Number, file.Name, file.Checksum },
            transaction,
            cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    private static string Where(PostgresException error)
    {
        var statement = error.BatchCommand?.CommandText.Trim();
        return string.IsNullOrEmpty(statement) ? "" : $" (in: {statement[..Math.Min(200, statement.Length)]})";
    }

    private sealed record AppliedFile(string Part, int Number, string Name, string Checksum);
}
