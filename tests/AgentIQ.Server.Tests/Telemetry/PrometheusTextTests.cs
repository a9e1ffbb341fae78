using System.Diagnostics.Metrics;
using AgentIQ.Server.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AgentIQ.Server.Tests.Telemetry;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Counters_gauges_and_histograms_are_written_as_prometheus_reads_them()
    {
        using var meter = new Meter("AgentIQ.Tests." + nameof(PrometheusTextTests));
        var exporter = new PrometheusExporter();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddReader(new BaseExportingMetricReader(exporter))
            .AddView("agentiq.wait", new ExplicitBucketHistogramConfiguration { Boundaries = [1, 2.5] }).Build();
        meter.CreateCounter<long>("agentiq.replies", "{reply}", "Replies that were sent").Add(3, new KeyValuePair<string, object?>("channel.name", "a\"b\\c\nd"));
        meter.CreateUpDownCounter<int>("agentiq.pages").Add(-2);
        var wait = meter.CreateHistogram<double>("agentiq.wait", "s");
        wait.Record(0.5);
        wait.Record(2);
        wait.Record(9);

        exporter.Scrape().ShouldBe(
            """
            # HELP agentiq_pages 
            # TYPE agentiq_pages gauge
            agentiq_pages -2
            # HELP agentiq_replies_total Replies that were sent
            # TYPE agentiq_replies_total counter
            agentiq_replies_total{channel_name="a\"b\\c\nd"} 3
            # HELP agentiq_wait_seconds 
            # TYPE agentiq_wait_seconds histogram
            agentiq_wait_seconds_bucket{le="1"} 1
            agentiq_wait_seconds_bucket{le="2.5"} 2
            agentiq_wait_seconds_bucket{le="+Inf"} 3
            agentiq_wait_seconds_sum 11.5
            agentiq_wait_seconds_count 3

            """);
    }

    [Theory]
    [InlineData("http.server.request.duration", "s", false, "http_server_request_duration_seconds")]
    [InlineData("dotnet.gc.heap.total_allocated", "By", true, "dotnet_gc_heap_total_allocated_bytes_total")]
    [InlineData("kestrel.active_connections", "{connection}", false, "kestrel_active_connections")]
    [InlineData("9lives", "1", false, "_9lives")]
    public void Names_follow_opentelemetrys_rules(string name, string unit, bool counter, string expected)
        => PrometheusNames.Family(name, unit, counter).ShouldBe(expected);
}
