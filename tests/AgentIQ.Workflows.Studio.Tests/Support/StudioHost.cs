using AgentIQ.Postgres;
using AgentIQ.Testing;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Tests.Support;

/// <summary>The routes on a real Kestrel over the real engine, its worker running, and a PostgreSQL database of the test's own.</summary>
internal sealed class StudioHost : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private StudioHost(TestDatabase database, WebApplication app, ManualTimeProvider time) => (_database, App, Time) = (database, app, time);

    public WebApplication App { get; }

    /// <summary>Stands still until a test moves it.</summary>
    public ManualTimeProvider Time { get; }

    public IServiceProvider Services => App.Services;

    public Database Database => _database.Database;

    /// <summary>Starts it.</summary>
    /// <param name="services">More services, such as activities of the test's own.</param>
    /// <param name="studio">Settings of the routes.</param>
    public static async Task<StudioHost> StartAsync(Action<IServiceCollection>? services = null, Action<StudioOptions>? studio = null)
    {
        var database = await TestDatabase.CreateAsync(WorkflowsSchema.Part);
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database.Database).AddSingleton<TimeProvider>(time).AddSingleton<IIdSource, TestIds>();
        builder.Services.AddAuthentication(TestAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TestAuthentication>(TestAuthentication.SchemeName, configureOptions: null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(StudioPolicies.View, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(StudioPolicies.Edit, policy => policy.RequireClaim("may", "edit"));
        builder.Services.AddSingleton<IStudioCallers, TestCallers>();
        builder.Services.AddWorkflows();
        builder.Services.AddWorkflowsStudio(studio);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseWorkflowsStudioFiles();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapWorkflowsStudio();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new StudioHost(database, app, time);
    }

    /// <summary>A client of the API as that person; nobody without one.</summary>
    public StudioClient As(Person? person) => new(new Uri(App.Urls.First()), person);

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }
}
