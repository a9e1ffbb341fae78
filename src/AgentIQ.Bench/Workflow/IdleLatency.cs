using AgentIQ.Bench.Hosting;
using AgentIQ.Workflows;

namespace AgentIQ.Bench.Workflow;

/// <summary>(d) From a stimulus to the activity that runs because of it, while nothing else happens.</summary>
internal sealed class IdleLatency : IBenchmark
{
    private const string Definition = "marked";

    public string Key => "d";

    public string Description => "From the call that sends a stimulus (its transaction included) to the activity behind the wait, one at a time in an idle system.";

    public async Task<Figures> RunAsync(BenchContext context, CancellationToken ct)
    {
        const int warmUp = 20;
        var count = context.Scale.Samples + warmUp;
        await context.Workload.PublishAsync(Shapes.Marked(Definition), context.Probe, ct);
        await context.Workload.StartAsync(Definition, count, i => $"d-{i}", ct);
        await using var engine = context.Engine();
        await engine.StartAsync(ct);
        await context.Workload.DrainedAsync(ct);

        var samples = new List<double>();
        for (var i = 0; i < count; i++)
        {
            // Longer than the worker keeps looking after the last ring: it sleeps.
            await Task.Delay(TimeSpan.FromMilliseconds(30 + (i % 7 * 40)), TimeProvider.System, ct);
            var began = BenchContext.Timestamp();
            var stimulus = new Stimulus("Go", $"d-{i}");
            await context.Server.Database.InTenantAsync(Workload.Tenant, scope => engine.Workflows.SignalAsync(scope, stimulus, ct), ct);
            var ran = await context.Probe.Marks.Reader.ReadAsync(ct);
            if (i >= warmUp)
            {
                samples.Add(TimeProvider.System.GetElapsedTime(began, ran).TotalMilliseconds);
            }
        }

        samples.Sort();
        return new Figures
        {
            ["latency_p50_milliseconds"] = Figures.Percentile(samples, 0.50),
            ["latency_p99_milliseconds"] = Figures.Percentile(samples, 0.99),
            ["latency_max_milliseconds"] = samples[^1],
            ["samples"] = samples.Count,
        };
    }
}
