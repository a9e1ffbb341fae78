using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AgentIQ.Server.Telemetry;

/// <summary>
/// Hands the SDK's cumulative metrics out as Prometheus text when asked.
/// OpenTelemetry.Exporter.Prometheus.AspNetCore would be the ready part; swap this folder for it where it can be restored.
/// </summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    private readonly Lock _gate = new();

    private string _text = "";

    /// <summary>Set by the reader that this exporter is given to.</summary>
    public Func<int, bool>? Collect { get; set; }

    /// <summary>Collects now; one scrape at a time.</summary>
    /// <returns>The text, or null when metrics are not running.</returns>
    public string? Scrape()
    {
        lock (_gate)
        {
            return Collect?.Invoke(Timeout.Infinite) is true ? _text : null;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        // A batch may be read only inside this call.
        var writer = new PrometheusText();
        foreach (var metric in batch)
        {
            writer.Add(metric);
        }

        _text = writer.ToString();
        return ExportResult.Success;
    }
}
