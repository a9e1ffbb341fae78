using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Workflow;

/// <summary><c>workflow</c>: the workflow engine.</summary>
internal static class WorkflowCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static IReadOnlyList<IBenchmark> All { get; } =
        [new WaitingMemory(), new StraightRun(), new WaitAndResume(), new Timers(), new IdleLatency(), new Interpreter(), new Poison()];

    public static Command Create(TextWriter output, TextWriter progress)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var only = new Option<string?>("--only") { Description = $"Only these, by their letters: {string.Join(',', All.Select(b => b.Key).Order())}." };
        var seconds = new Option<double>("--seconds") { Description = "How long each one measures, roughly.", DefaultValueFactory = _ => 20 };
        var batchSize = new Option<int?>("--batch-size") { Description = "Bursts in one transaction, instead of the engine's default." };
        var batches = new Option<int?>("--batches") { Description = "Batches at the same time, instead of the engine's default." };
        seconds.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<double>() is not (> 0 and <= 3600))
            {
                value.AddError("--seconds takes a number above 0, up to 3600.");
            }
        });
        only.Validators.Add(value =>
        {
            foreach (var unknown in Keys(value.GetValueOrDefault<string?>()).Where(key => All.All(b => b.Key != key)))
            {
                value.AddError($"--only: there is no benchmark '{unknown}'. Expected some of {string.Join(',', All.Select(b => b.Key).Order())}.");
            }
        });
        var command = new Command("workflow", "Measure the workflow engine, on a PostgreSQL of its own in a temporary folder.") { json, only, seconds, batchSize, batches };
        command.SetAction(async (parsed, ct) =>
        {
            var chosen = Keys(parsed.GetValue(only)).ToHashSet(StringComparer.Ordinal);
            var benchmarks = All.Where(b => chosen.Count == 0 || chosen.Contains(b.Key)).ToList();
            var scale = Scale.Full(parsed.GetValue(seconds)) with { BatchSize = parsed.GetValue(batchSize), ConcurrentBatches = parsed.GetValue(batches) };
            var figures = await RunAsync(benchmarks, scale, progress, ct);
            await output.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(figures, Indented) : Table(figures));
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

    private static IEnumerable<string> Keys(string? list) => (list ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Table(SortedDictionary<string, Figures> figures) => string.Join(
        Environment.NewLine,
        figures.SelectMany(b => b.Value.Select(f => string.Create(CultureInfo.InvariantCulture, $"{b.Key}.{f.Key,-44} {f.Value,14:#,0.###}"))));
}
