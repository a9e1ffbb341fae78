using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AgentIQ.Server.Telemetry;

/// <summary>
/// Writes metrics in Prometheus' text format 0.0.4. Names follow OpenTelemetry's compatibility rules: other characters
/// become <c>_</c>, the unit is appended, a counter ends in <c>_total</c>.
/// </summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    // A family's lines must stand together, and two meters may offer the same family.
    private readonly Dictionary<string, StringBuilder> _families = new(StringComparer.Ordinal);

    public void Add(Metric metric)
    {
        var type = TypeOf(metric.MetricType);
        if (type is null)
        {
            return;
        }

        var name = PrometheusNames.Family(metric.Name, metric.Unit, type is "counter");
        if (!_families.TryGetValue(name, out var lines))
        {
            lines = new StringBuilder();
            lines.Append("# HELP ").Append(name).Append(' ').Append(EscapeHelp(metric.Description)).Append('\n');
            lines.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
            _families.Add(name, lines);
        }

        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            switch (metric.MetricType)
            {
                case MetricType.Histogram:
                    AddHistogram(lines, name, labels, in point);
                    break;
                case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                    AddSample(lines, name, labels, point.GetSumLong());
                    break;
                case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                    AddSample(lines, name, labels, point.GetSumDouble());
                    break;
                case MetricType.LongGauge:
                    AddSample(lines, name, labels, point.GetGaugeLastValueLong());
                    break;
                default:
                    AddSample(lines, name, labels, point.GetGaugeLastValueDouble());
                    break;
            }
        }
    }

    public override string ToString() => string.Concat(_families.OrderBy(family => family.Key, StringComparer.Ordinal).Select(family => family.Value));

    private static string? TypeOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.LongGauge or MetricType.DoubleGauge or MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic => "gauge",
        MetricType.Histogram => "histogram",
        // Exponential histograms have no place in the text format; no instrument of ours asks for one.
        _ => null,
    };

    private static void AddHistogram(StringBuilder lines, string name, string labels, in MetricPoint point)
    {
        long below = 0;
        var separator = labels.Length is 0 ? "" : ",";
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            AddSample(lines, name + "_bucket", $"{labels}{separator}le=\"{bound}\"", below);
        }

        AddSample(lines, name + "_sum", labels, point.GetHistogramSum());
        AddSample(lines, name + "_count", labels, point.GetHistogramCount());
    }

    private static void AddSample(StringBuilder lines, string name, string labels, double value)
    {
        lines.Append(name);
        if (labels.Length > 0)
        {
            lines.Append('{').Append(labels).Append('}');
        }

        lines.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            labels.Append(labels.Length is 0 ? "" : ",").Append(PrometheusNames.Label(key)).Append("=\"")
                .Append(EscapeValue(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return labels.ToString();
    }

    private static string Number(double value)
        => double.IsNaN(value) ? "NaN"
            : double.IsPositiveInfinity(value) ? "+Inf"
            : double.IsNegativeInfinity(value) ? "-Inf"
            : value.ToString("R", CultureInfo.InvariantCulture);

    private static string EscapeHelp(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string EscapeValue(string text) => EscapeHelp(text).Replace("\"", "\\\"", StringComparison.Ordinal);
}
