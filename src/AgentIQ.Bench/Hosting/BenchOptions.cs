using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace AgentIQ.Bench.Hosting;

/// <summary>What every benchmark command is asked, and how it prints its figures.</summary>
internal sealed class BenchOptions
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly IReadOnlyList<string> _keys;
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object instead of a table." };
    private readonly Option<string?> _only;
    private readonly Option<double> _seconds;

    /// <param name="keys">The letters of the benchmarks.</param>
    /// <param name="seconds">How long each one measures unless told otherwise.</param>
    public BenchOptions(IEnumerable<string> keys, double seconds)
    {
        _keys = [.. keys.Order(StringComparer.Ordinal)];
        _only = new Option<string?>("--only") { Description = $"Only these, by their letters: {string.Join(',', _keys)}." };
        _seconds = new Option<double>("--seconds") { Description = "How long each one measures, roughly.", DefaultValueFactory = _ => seconds };
        _seconds.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<double>() is not (> 0 and <= 3600))
            {
                value.AddError("--seconds takes a number above 0, up to 3600.");
            }
        });
        _only.Validators.Add(value =>
        {
            foreach (var unknown in Letters(value.GetValueOrDefault<string?>()).Except(_keys, StringComparer.Ordinal))
            {
                value.AddError($"--only: there is no benchmark '{unknown}'. Expected some of {string.Join(',', _keys)}.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_only);
        command.Options.Add(_seconds);
    }

    public double Seconds(ParseResult parsed) => parsed.GetValue(_seconds);

    public bool AsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Whether a benchmark was asked for.</summary>
    public bool Wants(ParseResult parsed, string key) => Letters(parsed.GetValue(_only)) is var chosen && (chosen.Length == 0 || chosen.Contains(key, StringComparer.Ordinal));

    public static string Json(object figures) => JsonSerializer.Serialize(figures, Indented);

    public static string Table(IEnumerable<KeyValuePair<string, Figures>> figures) => string.Join(
        Environment.NewLine,
        figures.SelectMany(b => b.Value.Select(f => string.Create(CultureInfo.InvariantCulture, $"{b.Key}.{f.Key,-52} {f.Value,14:#,0.###}"))));

    private static string[] Letters(string? list) => (list ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
