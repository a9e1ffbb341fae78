using System.CommandLine;
using System.Globalization;
using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Backtest;

/// <summary><c>backtest</c>: a draft over recorded decisions, on a PostgreSQL of its own on the same cores.</summary>
internal static class BacktestCommand
{
    /// <summary>The budget is a minute for so many.</summary>
    private const int Million = 1_000_000;

    public static Command Create(TextWriter output, TextWriter progress)
    {
        var decisions = new Option<int>("--decisions") { Description = "How many recorded decisions.", DefaultValueFactory = _ => Million };
        decisions.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<int>() is < 1 or > 10 * Million)
            {
                value.AddError($"--decisions takes a number from 1 to {10 * Million}.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var command = new Command("backtest", "Measure a back-test over recorded decisions: of priority, of deadlines with their consequences, and of guardrails with their texts.") { decisions, json };
        command.SetAction(async (parsed, ct) =>
        {
            var figures = await RunAsync(parsed.GetValue(decisions), progress, ct);
            await output.WriteLineAsync(parsed.GetValue(json) ? BenchOptions.Json(figures) : BenchOptions.Table(figures));
        });
        return command;
    }

    public static async Task<SortedDictionary<string, Figures>> RunAsync(int decisions, TextWriter progress, CancellationToken ct)
    {
        await using var log = await RecordedLog.StartAsync(ct);
        var results = new SortedDictionary<string, Figures>(StringComparer.Ordinal);
        foreach (var draft in BenchDraft.All)
        {
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"({draft.Set}) {decisions:N0} decisions"));
            await log.FillAsync(draft.Set, decisions, ct);
            results[draft.Set] = await log.RunAsync(draft, ct);
        }

        return results;
    }
}
