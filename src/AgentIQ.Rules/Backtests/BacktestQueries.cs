using AgentIQ.Postgres;
using AgentIQ.Rules.Text;
using Dapper;
using Npgsql;

namespace AgentIQ.Rules.Backtests;

/// <summary>Reads recorded decisions in chunks.</summary>
internal static class BacktestQueries
{
    /// <summary>Decisions a chunk: some megabytes in memory, and a few tenths of a second between two looks at the cancellation.</summary>
    private const int ChunkSize = 5000;

    /// <summary>The first key of every chunk, and how many decisions there are. One walk through an index, no row is read.</summary>
    public static async Task<(IReadOnlyList<Guid> Starts, long Total)> ChunksAsync(TenantScope scope, string set, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<(Guid Id, long Number)>(new CommandDefinition(
            """
            SELECT id, number
            FROM (
                SELECT id, row_number() OVER (ORDER BY id) AS number, lead(id) OVER (ORDER BY id) IS NULL AS is_last
                FROM rule_decisions
                WHERE seller_id = @Seller AND set_name = @Set AND id >= @From AND id < @To AND NOT is_sandbox
            ) numbered
            WHERE number % @ChunkSize = 1 OR is_last
            ORDER BY id
            """,
            new { Seller = scope.TenantId, Set = set, From = UuidV7.LeastAt(from), To = UuidV7.LeastAt(to), ChunkSize },
            cancellationToken: ct));
        var all = rows.AsList();
        return ([.. all.Where(row => row.Number % ChunkSize == 1).Select(row => row.Id)], all.Count == 0 ? 0 : all[^1].Number);
    }

    /// <summary>The decisions of one chunk: from one key up to another, which is not included.</summary>
    public static async Task<List<RecordedFactsRow>> ReadAsync(TenantScope scope, string set, Guid from, Guid to, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT id, subject_id, decided_at, facts, facts_at
            FROM rule_decisions
            WHERE seller_id = $1 AND set_name = $2 AND id >= $3 AND id < $4 AND NOT is_sandbox
            ORDER BY id
            """,
            scope.Connection)
        {
            Parameters = { new() { Value = scope.TenantId }, new() { Value = set }, new() { Value = from }, new() { Value = to } },
        };
        List<RecordedFactsRow> rows = new(ChunkSize);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new RecordedFactsRow(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetFieldValue<DateTimeOffset>(2),
                reader.GetFieldValue<byte[]>(3),
                await reader.IsDBNullAsync(4, ct) ? null : reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return rows;
    }

    /// <summary>The words that decisions about these subjects judged, by their hash and prepared.</summary>
    public static async Task<Dictionary<string, RussianText>> TextsAsync(TenantScope scope, IEnumerable<Guid> subjects, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<(string Hash, string Body)>(new CommandDefinition(
            "SELECT DISTINCT ON (sha256) sha256, body FROM decision_texts WHERE seller_id = @Seller AND subject_id = ANY(@Subjects)",
            new { Seller = scope.TenantId, Subjects = subjects.Distinct().ToArray() },
            cancellationToken: ct));
        return rows.ToDictionary(row => row.Hash, row => RussianText.Prepare(row.Body), StringComparer.Ordinal);
    }
}
