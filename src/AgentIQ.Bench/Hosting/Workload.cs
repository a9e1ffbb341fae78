using AgentIQ.Postgres;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Bench.Hosting;

/// <summary>
/// Writes starts and stimuli in bulk, with the rows that <see cref="IWorkflows"/> would have written one by one: so that what is measured
/// is the engine and not whoever asks it.
/// </summary>
internal sealed class Workload(Database database)
{
    private const string InstancesSql =
        """
        INSERT INTO agentiq.workflow_instances
            (tenant_id, id, definition_id, version_id, version, lane, correlation_id, sub_status, created_at, updated_at)
        SELECT $1, w.id, d.definition_id, d.version_id, d.version, agentiq.workflow_lane($1, w.correlation_id), w.correlation_id, 'Pending', $5, $5
        FROM unnest($3::uuid[], $4::text[]) AS w (id, correlation_id), agentiq.workflow_definitions d
        WHERE d.tenant_id = $1 AND d.definition_id = $2 AND d.is_published
        """;

    private const string QueueSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
        SELECT $1, w.id, agentiq.workflow_lane($1, w.correlation_id), $2, w.instance_id, w.payload, $7
        FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[]) AS w (id, instance_id, correlation_id, payload)
        """;

    private readonly UuidV7Source _ids = new(TimeProvider.System);

    public static Guid Tenant { get; } = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    /// <summary>Publishes a definition for the tenant.</summary>
    public async Task PublishAsync(string definition, Probe probe, CancellationToken ct)
    {
        await using var engine = new BenchEngine(database, probe);
        await database.InTenantAsync(Tenant, scope => engine.Definitions.PublishAsync(scope, definition, "bench", ct), ct);
    }

    /// <summary>Asks for that many instances.</summary>
    /// <param name="definitionId">Of which definition.</param>
    /// <param name="count">How many.</param>
    /// <param name="correlation">The correlation of each.</param>
    /// <param name="ct">Cancels.</param>
    public async Task StartAsync(string definitionId, int count, Func<int, string> correlation, CancellationToken ct)
    {
        var (instances, rows) = (Ids(count), Ids(count));
        var correlations = Enumerable.Range(0, count).Select(correlation).ToArray();
        var payloads = Enumerable.Repeat(Payload.Write(new StartPayload(Input: null, Stimulus: null)), count).ToArray();
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        var now = TimeProvider.System.GetUtcNow();
        batch.Add(InstancesSql, Tenant, definitionId, instances, correlations, now);
        batch.Add(QueueSql, Tenant, WorkKind.Start, rows, instances, correlations, payloads, now);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Sends a stimulus to that many correlations.</summary>
    public async Task SignalAsync(string name, int count, Func<int, string> correlation, CancellationToken ct)
    {
        var correlations = Enumerable.Range(0, count).Select(correlation).ToArray();
        var payloads = correlations.Select(c => Payload.Write(new Stimulus(name, c))).ToArray();
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(connection, QueueSql, Tenant, WorkKind.Signal, Ids(count), new Guid?[count], correlations, payloads, TimeProvider.System.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Completes when nothing is queued any more.</summary>
    public async Task DrainedAsync(CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM agentiq.workflow_queue WHERE due_at <= $1 AND NOT is_dead AND kind <> 'effect')", connection);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow() });
        await command.PrepareAsync(ct);
        while (await command.ExecuteScalarAsync(ct) is true)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, ct);
        }
    }

    private Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => _ids.Next())];
}
