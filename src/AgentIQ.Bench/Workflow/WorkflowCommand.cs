using System.CommandLine;
using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Workflow;

/// <summary><c>workflow</c>: the workflow engine.</summary>
internal static class WorkflowCommand
{
    public static IReadOnlyList<IBenchmark> All { get; } =
        [new WaitingMemory(), new StraightRun(), new WaitAndResume(), new Timers(), new IdleLatency(), new Interpreter(), new Poison()];

    public static Command Create(TextWriter output, TextWriter progress)
    {
        var options = new BenchOptions(All.Select(b => b.Key), seconds: 20);
        var batchSize = new Option<int?>("--batch-size") { Description = "Bursts in one transaction, instead of the engine's default." };
        var batches = new Option<int?>("--batches") { Description = "Batches at the same time, instead of the engine's default." };
        var command = new Command("workflow", "Measure the workflow engine, on a PostgreSQL of its own in a temporary folder.") { batchSize, batches };
        options.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var benchmarks = All.Where(b => options.Wants(parsed, b.Key)).ToList();
            var scale = Scale.Full(options.Seconds(parsed)) with { BatchSize = parsed.GetValue(batchSize), ConcurrentBatches = parsed.GetValue(batches) };
            var figures = await RunAsync(benchmarks, scale, progress, ct);
            await output.WriteLineAsync(options.AsJson(parsed) ? BenchOptions.Json(figures) : BenchOptions.Table(figures));
        });
        return command;
    }

    /// <summary>Runs benchmarks one after the other on a fresh server each, so that none pays for what another left behind.</summary>
    public static async Task<SortedDictionary<string, Figures>> RunAsync(IReadOnlyList<IBenchmark> benchmarks, Scale scale, TextWriter progress, CancellationToken ct)
    {
        var results = new SortedDictionary<string, Figures>(StringComparer.Ordinal);
        foreach (var benchmark in benchmarks)
        {
            await progress.WriteLineAsync($"({benchmark.Key}) {benchmark.Description}");
            await using var server = await BenchServer.StartAsync(ct);
            results[benchmark.Key] = await benchmark.RunAsync(new BenchContext(server, scale, progress), ct);
        }

        return results;
    }
}
