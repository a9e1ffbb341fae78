using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Workflow;

/// <summary>(e) The process while many instances wait.</summary>
internal sealed class WaitingMemory : IBenchmark
{
    private const string Definition = "waiting";

    public string Key => "e";

    public string Description => "The process's resident set after it has itself brought 100,000 instances to their wait, worker running.";

    public async Task<Figures> RunAsync(BenchContext context, CancellationToken ct)
    {
        await context.Workload.PublishAsync(Shapes.Waiting(Definition), context.Probe, ct);
        await using var engine = context.Engine();
        await engine.StartAsync(ct);
        var began = BenchContext.Timestamp();
        for (var started = 0; started < context.Scale.Waiting; started += 10_000)
        {
            var from = started;
            await context.Workload.StartAsync(Definition, Math.Min(10_000, context.Scale.Waiting - started), i => $"e-{from + i}", ct);
            engine.Bell.Ring();
            await context.Workload.DrainedAsync(ct);
        }

        var seconds = BenchContext.Seconds(began);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new Figures
        {
            ["waiting_instances"] = await context.Server.AskAsync<long>("SELECT count(*) FROM agentiq.workflow_bookmarks", ct),
            ["resident_megabytes"] = process.WorkingSet64 / 1e6,
            ["resident_peak_megabytes"] = process.PeakWorkingSet64 / 1e6,
            ["database_megabytes"] = await context.Server.AskAsync<long>("SELECT pg_database_size(current_database())", ct) / 1e6,
            ["seconds_to_get_there"] = seconds,
        };
    }
}
