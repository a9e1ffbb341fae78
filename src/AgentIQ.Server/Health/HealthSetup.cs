using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentIQ.Server.Health;

/// <summary>
/// The three questions that whoever runs us asks: <c>/health/live</c> (the process answers; if not, restart it),
/// <c>/health/ready</c> (send it traffic: database and migrations are there and it is not stopping) and
/// <c>/health/startup</c> (its start is over). 200 when so, else 503; the body names each check.
/// </summary>
internal static class HealthSetup
{
    private const string Ready = "ready";

    private const string Startup = "startup";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<StartupState>().AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<MigrationsCheck>("migrations", tags: [Ready])
            .AddCheck<ServingCheck>("serving", tags: [Ready])
            .AddCheck<StartupCheck>("startup", tags: [Startup]);
        return services;
    }

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        Map(app, "/health/live", _ => false);
        Map(app, "/health/ready", check => check.Tags.Contains(Ready));
        Map(app, "/health/startup", check => check.Tags.Contains(Startup));
        return app;
    }

    private static void Map(IEndpointRouteBuilder app, string path, Func<HealthCheckRegistration, bool> which)
        => app.MapHealthChecks(path, new HealthCheckOptions { Predicate = which, ResponseWriter = WriteAsync })
            .AllowAnonymous().DisableHttpMetrics();

    // Descriptions are ours; exceptions are logged and never shown, for anybody may ask.
    private static Task WriteAsync(HttpContext context, HealthReport report)
        => context.Response.WriteAsJsonAsync(new
        {
            status = Text(report.Status),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = Text(entry.Value.Status), detail = entry.Value.Description },
                StringComparer.Ordinal),
        }, JsonSerializerOptions.Web, context.RequestAborted);

    private static string Text(HealthStatus status) => status.ToString().ToLowerInvariant();
}
