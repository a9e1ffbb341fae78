using AgentIQ.Bench.Hosting;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Bench.Workflow;

/// <summary>(b) Instances of eight activities of which one waits and is resumed.</summary>
internal sealed class WaitAndResume : IBenchmark
{
    private const string Definition = "waiting";

    public string Key => "b";

    public string Description => "Eight activities, one of which waits and is resumed by a stimulus: the time of both bursts. Starts and stimuli are written in bulk and not measured; WAL and transactions contain them.";

    public async Task<Figures> RunAsync(BenchContext context, CancellationToken ct)
    {
        await context.Workload.PublishAsync(Shapes.Waiting(Definition), context.Probe, ct);
        await StartedAsync(context, "template", 1, ct);
        var waiting = await Template.ReadAsync(context.Server, "template-0", ct);
        await ResumedAsync(context, "template", 1, ct);
        var finished = await Template.ReadAsync(context.Server, "template-0", ct);

        var figures = await Rounds.RunAsync(
            context,
            async round => await StartedAsync(context, $"e{round}", context.Scale.Round, ct) + await ResumedAsync(context, $"e{round}", context.Scale.Round, ct),
            round => CeilingAsync(context, $"c{round}", waiting, finished, ct),
            ct);
        await CountAsync(context, figures, ct);
        return figures;
    }

    private static async Task<Cost> StartedAsync(BenchContext context, string round, int count, CancellationToken ct)
    {
        await context.Workload.StartAsync(Definition, count, i => $"{round}-{i}", ct);
        return await DrainAsync(context, ct);
    }

    private static async Task<Cost> ResumedAsync(BenchContext context, string round, int count, CancellationToken ct)
    {
        await context.Workload.SignalAsync("Go", count, i => $"{round}-{i}", ct);
        return await DrainAsync(context, ct);
    }

    private static async Task<Cost> DrainAsync(BenchContext context, CancellationToken ct)
    {
        await using var engine = context.Engine();
        return await Cost.OfAsync(context, () => engine.DrainAsync(context.Workload, ct), ct);
    }

    private static async Task<Cost> CeilingAsync(BenchContext context, string round, Template waiting, Template finished, CancellationToken ct)
    {
        await using var engine = context.Engine();
        var starting = new BareSql(context.Server.Database, engine, (batch, item, wave) =>
        {
            var row = wave.Instances[item.InstanceId!.Value];
            batch.Write(item, row, waiting, WorkflowSubStatus.Suspended);
            batch.Bookmarks.Add(row.TenantId, row.Id, 1, "Go", row.CorrelationId, "a5", isEvent: true, due: null);
        });
        var resuming = new BareSql(context.Server.Database, engine, (batch, item, wave) =>
        {
            var target = wave.Routes[item.Id].TargetIn(item.Lane)!;
            batch.Write(item, wave.Instances[target.InstanceId], finished, WorkflowSubStatus.Finished);
            batch.Bookmarks.Remove(item.TenantId, target.InstanceId, target.Number);
        });

        await context.Workload.StartAsync(Definition, context.Scale.Round, i => $"{round}-{i}", ct);
        var cost = await Cost.OfAsync(context, () => starting.RunAsync(ct), ct);
        await context.Workload.SignalAsync("Go", context.Scale.Round, i => $"{round}-{i}", ct);
        return cost + await Cost.OfAsync(context, () => resuming.RunAsync(ct), ct);
    }

    /// <summary>WAL without full-page images: they are switched off for this one round, because the server does not report their bytes apart.</summary>
    private static async Task CountAsync(BenchContext context, Figures figures, CancellationToken ct)
    {
        await context.Server.AskAsync<object?>("ALTER SYSTEM SET full_page_writes = off", ct);
        await context.Server.AskAsync<object?>("SELECT pg_reload_conf()", ct);
        await context.Server.AskAsync<object?>("CHECKPOINT", ct);
        var (wal, transactions) = await CountersAsync(context.Server, ct);
        var began = BenchContext.Timestamp();
        await StartedAsync(context, "wal", context.Scale.Round, ct);
        await ResumedAsync(context, "wal", context.Scale.Round, ct);
        var (walAfter, transactionsAfter) = await CountersAsync(context.Server, ct);
        figures["wal_bytes_per_instance_without_full_page_images"] = (walAfter - wal) / context.Scale.Round;
        figures["transactions_per_instance"] = (transactionsAfter - transactions) / context.Scale.Round;
        figures["seconds_of_that_round"] = BenchContext.Seconds(began);
    }

    private static async Task<(double Wal, double Transactions)> CountersAsync(BenchServer server, CancellationToken ct)
    {
        // Sessions report their counts when they have been idle for a moment or end.
        var wal = await server.AskAsync<decimal>("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')", ct);
        await server.AskAsync<object?>("SELECT pg_sleep(1.1)", ct);
        return ((double)wal, await server.AskAsync<long>("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()", ct));
    }
}
