using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Several queries in one round trip, each with what is to be done with its rows.</summary>
internal sealed class Reads
{
    private readonly List<(string Sql, object?[] Values, Action<NpgsqlDataReader> Row)> _queries = [];

    public void Add(string sql, Action<NpgsqlDataReader> row, params object?[] values) => _queries.Add((sql, values, row));

    /// <summary>Runs them between two bursts, as the engine.</summary>
    public async Task RunAsync(BurstTransaction transaction, CancellationToken ct)
    {
        if (_queries.Count == 0)
        {
            return;
        }

        await using var batch = transaction.AsEngine(out var before);
        foreach (var (sql, values, _) in _queries)
        {
            batch.Add(sql, values);
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        for (; before > 0; before--)
        {
            await reader.NextResultAsync(ct);
        }

        foreach (var (_, _, row) in _queries)
        {
            while (await reader.ReadAsync(ct))
            {
                row(reader);
            }

            await reader.NextResultAsync(ct);
        }
    }
}
