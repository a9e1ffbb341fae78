namespace AgentIQ.Server.Telemetry;

/// <summary>Registers metrics and traces, and maps <c>/metrics</c>.</summary>
internal static class TelemetrySetup
{
    /// <summary>When set, a scrape must bring it as a bearer token; when not, only this machine may scrape.</summary>
    public const string TokenVariable = "AGENTIQ_METRICS_TOKEN";

    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        // ASP.NET Core fills in the HTTP attributes of its spans only when this is off.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        return services.AddSingleton<PrometheusExporter>().AddSingleton<MetricsAccess>().AddHostedService<TelemetryService>();
    }

    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder app)
    {
        app.MapGet("/metrics", Scrape).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    private static IResult Scrape(HttpContext context, PrometheusExporter exporter, MetricsAccess access)
        => !access.Allows(context) ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : exporter.Scrape() is { } text ? Results.Text(text, PrometheusText.ContentType)
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
