using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AgentIQ.Server.Telemetry;

/// <summary>
/// Owns the OpenTelemetry providers for as long as the host runs. Metrics are always collected (for <c>/metrics</c>);
/// both signals go out over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. The SDK reads the other OTEL_* variables itself.
/// </summary>
internal sealed class TelemetryService(PrometheusExporter prometheus, IConfiguration configuration) : IHostedService, IDisposable
{
    private static readonly string[] Meters =
    [
        "AgentIQ.*", "Npgsql", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections",
    ];

    private static readonly string[] Sources = ["AgentIQ.*", "Npgsql", "Microsoft.AspNetCore"];

    private MeterProvider? _metrics;

    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var exports = !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var resource = ResourceBuilder.CreateDefault().AddService("agentiq");
        var meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
            .AddReader(new BaseExportingMetricReader(prometheus));
        _metrics = (exports ? meters.AddOtlpExporter() : meters).Build();
        _traces = exports
            ? Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter().Build()
            : null;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // At most two seconds of the ten that a stop may take; a collector that is away must not hold us.
        const int MostMilliseconds = 1000;
        _traces?.Shutdown(MostMilliseconds);
        _metrics?.Shutdown(MostMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
