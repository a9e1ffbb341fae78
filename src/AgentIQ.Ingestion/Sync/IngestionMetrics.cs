using System.Diagnostics.Metrics;
using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>What ingestion counts, under the meter <see cref="MeterName"/>.</summary>
public static class IngestionMetrics
{
    /// <summary>The meter's name, for exporters.</summary>
    public const string MeterName = "AgentIQ.Ingestion";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Records = Meter.CreateCounter<long>("agentiq.ingestion.records", "{record}", "Records by what became of them");
    private static readonly Counter<long> Syncs = Meter.CreateCounter<long>("agentiq.ingestion.syncs", "{run}", "Runs by how they ended");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("agentiq.ingestion.sync.duration", "s", "How long runs took");

    internal static void Record(ConnectorDescriptor? descriptor, SyncReport report)
    {
        var marketplace = new KeyValuePair<string, object?>("marketplace", descriptor?.Marketplace ?? "unknown");
        var channel = new KeyValuePair<string, object?>("channel", descriptor is null ? "unknown" : EnumText<Channel>.Of(descriptor.Channel));
        Add("created", report.Counts.Created);
        Add("updated", report.Counts.Updated);
        Add("unchanged", report.Counts.Unchanged);
        Add("quarantined", report.Counts.Quarantined);
        Syncs.Add(1, marketplace, channel, new("outcome", EnumText<SyncOutcome>.Of(report.Outcome)));
        Durations.Record(report.Duration.TotalSeconds, marketplace, channel);

        void Add(string result, int count)
        {
            if (count > 0)
            {
                Records.Add(count, marketplace, channel, new("result", result));
            }
        }
    }
}
