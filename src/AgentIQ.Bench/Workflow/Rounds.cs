using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Workflow;

/// <summary>
/// Measures the engine and the ceiling in turn, because the machine is shared: what disturbs one round disturbs its neighbour.
/// The first pair warms up and does not count.
/// </summary>
internal static class Rounds
{
    /// <param name="context">How long.</param>
    /// <param name="engine">One round of the engine.</param>
    /// <param name="ceiling">The same with bare SQL.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Figures> RunAsync(BenchContext context, Func<int, Task<Cost>> engine, Func<int, Task<Cost>> ceiling, CancellationToken ct)
    {
        var (ours, bare) = (new List<Cost>(), new List<Cost>());
        var began = BenchContext.Timestamp();
        for (var round = 0; round < 2 || (BenchContext.Seconds(began) < context.Scale.Seconds && round < 500); round++)
        {
            ct.ThrowIfCancellationRequested();
            var (a, b) = (await engine(2 * round), await ceiling((2 * round) + 1));
            if (round > 0)
            {
                ours.Add(a);
                bare.Add(b);
            }
        }

        var size = context.Scale.Round;
        return new Figures
        {
            ["share"] = Figures.Median(bare.Zip(ours, (b, o) => b.Seconds / o.Seconds)),
            ["instances_per_second"] = size / Figures.Median(ours.Select(c => c.Seconds)),
            ["instances_per_second_best_round"] = size / ours.Min(c => c.Seconds),
            ["ceiling_instances_per_second"] = size / Figures.Median(bare.Select(c => c.Seconds)),
            ["ceiling_instances_per_second_best_round"] = size / bare.Min(c => c.Seconds),
            ["engine_processor_microseconds_per_instance"] = Figures.Median(ours.Select(c => c.Processor.Engine)) / size * 1e6,
            ["postgres_processor_microseconds_per_instance"] = Figures.Median(ours.Select(c => c.Processor.Postgres)) / size * 1e6,
            ["ceiling_client_processor_microseconds_per_instance"] = Figures.Median(bare.Select(c => c.Processor.Engine)) / size * 1e6,
            ["ceiling_postgres_processor_microseconds_per_instance"] = Figures.Median(bare.Select(c => c.Processor.Postgres)) / size * 1e6,
            ["rounds"] = ours.Count,
        };
    }
}

/// <summary>What a round took.</summary>
internal readonly record struct Cost(double Seconds, Hosting.ProcessorTime Processor)
{
    public static Cost operator +(Cost a, Cost b) => new(a.Seconds + b.Seconds, a.Processor + b.Processor);

    public static async Task<Cost> OfAsync(BenchContext context, Func<Task> work, CancellationToken ct)
    {
        var before = await context.Server.ProcessorTimeAsync(ct);
        var began = BenchContext.Timestamp();
        await work();
        var seconds = BenchContext.Seconds(began);
        return new Cost(seconds, await context.Server.ProcessorTimeAsync(ct) - before);
    }
}
