using System.CommandLine;
using AgentIQ.Bench.Hosting;
using AgentIQ.Bench.Rules.Synthetic;

namespace AgentIQ.Bench.Rules;

/// <summary><c>rules</c>: the policy engine.</summary>
internal static class RulesCommand
{
    /// <summary>In the order in which they run: compile time first, while nothing is warm.</summary>
    public static IReadOnlyList<IRulesBenchmark> All { get; } =
    [
        new CompileTime(),
        new Throughput("b", "Random rows of four conditions over fifteen fields of which few come near a subject (sparse), beside the same rows written by hand in C#.", size => new SparseRows(size, seed: 1)),
        new Throughput("c", "The same with rows of which half come near every subject and are told apart by questions without an index (dense).", size => new DenseRows(size, seed: 1)),
        new ShippedSets(),
        new Texts(),
    ];

    public static Command Create(TextWriter output, TextWriter progress)
    {
        var options = new BenchOptions(All.Select(b => b.Key), seconds: 3);
        var quick = new Option<bool>("--quick") { Description = "Only see that everything runs; the figures mean nothing." };
        var command = new Command("rules", "Measure the policy engine on one thread, in its processor time; no database.") { quick };
        options.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var scale = parsed.GetValue(quick) ? RulesScale.Quick : RulesScale.Full(options.Seconds(parsed));
            var figures = await RunAsync([.. All.Where(b => options.Wants(parsed, b.Key))], scale, progress, ct);
            var targets = Target.Of(figures);
            await output.WriteLineAsync(options.AsJson(parsed)
                ? BenchOptions.Json(new { figures, targets })
                : $"{BenchOptions.Table(figures)}{Environment.NewLine}{Environment.NewLine}{Target.Table(targets)}");
        });
        return command;
    }

    public static async Task<SortedDictionary<string, Figures>> RunAsync(IReadOnlyList<IRulesBenchmark> benchmarks, RulesScale scale, TextWriter progress, CancellationToken ct)
    {
        var results = new SortedDictionary<string, Figures>(StringComparer.Ordinal);
        foreach (var benchmark in benchmarks)
        {
            await progress.WriteLineAsync($"({benchmark.Key}) {benchmark.Description}");
            results[benchmark.Key] = benchmark.Run(scale, ct);
        }

        return results;
    }
}
