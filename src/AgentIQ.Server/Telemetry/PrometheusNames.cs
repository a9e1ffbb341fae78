namespace AgentIQ.Server.Telemetry;

/// <summary>OpenTelemetry's names as Prometheus allows them.</summary>
internal static class PrometheusNames
{
    // https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["s"] = "seconds", ["ms"] = "milliseconds", ["us"] = "microseconds", ["ns"] = "nanoseconds", ["min"] = "minutes",
        ["h"] = "hours", ["d"] = "days", ["By"] = "bytes", ["KBy"] = "kilobytes", ["MBy"] = "megabytes", ["%"] = "percent",
        ["1"] = "", [""] = "",
    };

    /// <summary>The name of a metric's family.</summary>
    public static string Family(string name, string unit, bool isCounter)
    {
        var family = Clean(name, allowColon: true);
        var suffix = Units.TryGetValue(unit, out var known) ? known : unit.StartsWith('{') ? "" : Clean(unit, allowColon: false);
        if (suffix.Length > 0 && !family.EndsWith("_" + suffix, StringComparison.Ordinal))
        {
            family += "_" + suffix;
        }

        return isCounter && !family.EndsWith("_total", StringComparison.Ordinal) ? family + "_total" : family;
    }

    /// <summary>The name of a label.</summary>
    public static string Label(string key) => Clean(key, allowColon: false);

    private static string Clean(string name, bool allowColon)
    {
        var clean = string.Create(name.Length, (name, allowColon), static (target, state) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var character = state.name[i];
                target[i] = char.IsAsciiLetterOrDigit(character) || (state.allowColon && character is ':') ? character : '_';
            }
        });
        return clean.Length > 0 && char.IsAsciiDigit(clean[0]) ? "_" + clean : clean;
    }
}
