using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentIQ.Postgres;
using AgentIQ.Server.Health;
using AgentIQ.Server.Live;
using AgentIQ.Server.Logging;
using AgentIQ.Server.OpenApi;
using AgentIQ.Server.Pages;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using AgentIQ.Server.Security.Keys;
using AgentIQ.Server.Sessions;
using AgentIQ.Server.Telemetry;
using AgentIQ.Workflows.Http;
using AgentIQ.Workflows.Studio;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog;

namespace AgentIQ.Server.Hosting;

/// <summary>Composes the web application: nothing here opens a connection or a file of the installation.</summary>
internal static class WebAppFactory
{
    // A reply is at most 5,000 characters; a definition or a rule set is the largest thing that anybody sends.
    private const long LargestBody = 4 * 1024 * 1024;

    // With PostgreSQL's own stop this stays below the ten seconds that a stop may take.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(6);

    public static WebApplication Build(ServerOptions options, Database database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSerilog(options.Logger);
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

        var services = builder.Services;
        services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = StopWithin);
        // The command owns the signals: the order of the stop is its business.
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services
            .AddSingleton(options.Time)
            .AddSingleton(database)
            .AddSingleton<IIdSource, UuidV7Source>()
            .ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions))
            .AddProblems()
            .AddSessionCookie()
            .AddAccessPolicies()
            .AddStoredKeys(DataFolder.SecretKeyIn(options.DataFolder))
            .AddSingleton<Passwords>().AddSingleton<SignInThrottle>().AddSingleton<SignIn>()
            .AddTelemetry()
            .AddHealth()
            .AddDescription()
            .AddLayers(options)
            .AddLive()
            .AddResponseCompression(compression => compression.EnableForHttps = true);
        if (options.Roles.HasFlag(HostRoles.Web))
        {
            services.AddLiveListener();
        }

        options.Services?.Invoke(services);
        return Map(builder.Build(), options);
    }

    /// <summary>How the API writes and reads JSON.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    private static WebApplication Map(WebApplication app, ServerOptions options)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseProblems();
        app.UseResponseCompression();
        app.MapHealth();
        app.MapMetrics();
        if (options.Roles.HasFlag(HostRoles.Web))
        {
            var console = ConsoleFolder.Find(options.ConsoleFolder, AppContext.BaseDirectory);
            app.UseConsoleFiles(console);
            app.UseWorkflowsStudioFiles();
            app.UseRouting();
            app.UseConsolePages(console);
            app.UseWebSockets();
            app.UseOriginCheck();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapApi();
            app.MapWorkflowEndpoints();
            app.MapWorkflowsStudio();
            app.MapLive();
            app.MapDescription();
            options.Endpoints?.Invoke(app);
        }

        return app;
    }
}
