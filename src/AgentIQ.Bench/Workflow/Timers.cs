using AgentIQ.Bench.Hosting;
using AgentIQ.Workflows.Durable;
using Npgsql;

namespace AgentIQ.Bench.Workflow;

/// <summary>(c) Many armed timers, some of them due each second.</summary>
internal sealed class Timers : IBenchmark
{
    private const string Definition = "timer";

    // Copies of a real instance that waits for its timer. What is due in the measured seconds lies among what is due much later.
    private const string ArmSql =
        """
        WITH template AS (
            SELECT i.tenant_id, i.definition_id, i.version_id, i.version, i.sub_status, i.revision, i.state, q.bookmark
            FROM agentiq.workflow_instances i
            JOIN agentiq.workflow_queue q ON q.tenant_id = i.tenant_id AND q.instance_id = i.id AND q.kind = 'timer'
            WHERE i.tenant_id = $1 AND i.correlation_id = 'template-0'
        ), copies AS MATERIALIZED (
            SELECT t.*, w.n, gen_random_uuid() AS id,
                   $2 + make_interval(secs => CASE WHEN w.n < $4 THEN w.n / $5::float8 ELSE 86400 + w.n / 100.0 END) AS due_at
            FROM template t, generate_series($3::int, $6::int - 1) AS w (n)
        ), instances AS (
            INSERT INTO agentiq.workflow_instances
                (tenant_id, id, definition_id, version_id, version, lane, sub_status, revision, state, created_at, updated_at)
            SELECT tenant_id, id, definition_id, version_id, version, agentiq.workflow_lane(tenant_id, id::text), sub_status, revision, state, due_at, due_at FROM copies
        ), bookmarks AS (
            INSERT INTO agentiq.workflow_bookmarks (tenant_id, instance_id, number, name, activity_id, is_event, due_at)
            SELECT tenant_id, id, bookmark, 'Due', 'a1', false, due_at FROM copies
        )
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, bookmark, due_at)
        SELECT tenant_id, gen_random_uuid(), agentiq.workflow_lane(tenant_id, id::text), 'timer', id, bookmark, due_at FROM copies
        """;

    private const string LatenessSql =
        """
        SELECT extract(epoch FROM finished_at - created_at)::float8
        FROM agentiq.workflow_instances
        WHERE tenant_id = $1 AND definition_id = $2 AND correlation_id IS NULL AND created_at BETWEEN $3 AND $4
        ORDER BY 1 NULLS LAST
        """;

    public string Key => "c";

    public string Description => "A million armed timers, a thousand of them due each second: from the due time to the burst. Arming in bulk from a real instance is setup and not measured.";

    public async Task<Figures> RunAsync(BenchContext context, CancellationToken ct)
    {
        var scale = context.Scale;
        await context.Workload.PublishAsync(Shapes.Timer(Definition), context.Probe, ct);
        await context.Workload.StartAsync(Definition, 1, i => $"template-{i}", ct);
        await using (var first = context.Engine())
        {
            await first.StartAsync(ct);
            await context.Workload.DrainedAsync(ct);
        }

        var due = (int)(scale.TimersPerSecond * (scale.Seconds + 1));
        await context.Progress.WriteLineAsync($"    arming {scale.Timers} timers");
        await ArmAsync(context, TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1), due, Math.Max(due, scale.Timers), due, ct);
        await context.Server.AskAsync<object?>("VACUUM ANALYZE", ct);
        await context.Server.AskAsync<object?>("CHECKPOINT", ct);
        await using var engine = context.Engine();
        await engine.StartAsync(ct);
        // Long enough that the last one is armed before the first one is due, also beside other work.
        var start = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(2 + (due / 1000.0));
        await ArmAsync(context, start, 0, due, due, ct);
        await context.Progress.WriteLineAsync($"    {due} of them fall due");
        await Task.Delay(start + TimeSpan.FromSeconds(scale.Seconds + 1) - TimeProvider.System.GetUtcNow(), TimeProvider.System, ct);
        await context.Workload.DrainedAsync(ct);

        // The first second warms up.
        var late = await LatenessAsync(context, start + TimeSpan.FromSeconds(Math.Min(1, scale.Seconds / 2)), start + TimeSpan.FromSeconds(scale.Seconds + 1), ct);
        return new Figures
        {
            ["armed_timers"] = Math.Max(due, scale.Timers),
            ["due_per_second"] = scale.TimersPerSecond,
            ["measured_timers"] = late.Count,
            ["lateness_p50_milliseconds"] = Figures.Percentile(late, 0.50) * 1000,
            ["lateness_p99_milliseconds"] = Figures.Percentile(late, 0.99) * 1000,
            ["lateness_max_milliseconds"] = late[^1] * 1000,
        };
    }

    private static async Task ArmAsync(BenchContext context, DateTimeOffset start, int from, int to, int due, CancellationToken ct)
    {
        const int chunk = 50_000;
        await using var connection = await context.Server.Database.Engine.OpenConnectionAsync(ct);
        for (; from < to; from += chunk)
        {
            await using var command = Sql.Command(connection, ArmSql, Workload.Tenant, start, from, due, context.Scale.TimersPerSecond, Math.Min(to, from + chunk));
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<List<double>> LatenessAsync(BenchContext context, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var late = new List<double>();
        await using var connection = await context.Server.Database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(connection, LatenessSql, Workload.Tenant, Definition, from, to);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            late.Add(reader.IsDBNull(0) ? throw new InvalidOperationException("A timer that was due did not fire.") : reader.GetDouble(0));
        }

        return late;
    }
}
