using AgentIQ.Postgres;
using AgentIQ.Server.Demo;
using AgentIQ.Server.Health;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Serilog;
using Serilog.Extensions.Logging;

namespace AgentIQ.Server.Hosting;

/// <summary>
/// A whole AgentIQ in this process: data folder, PostgreSQL, schema, web and workers. <c>run</c>, <c>ingest</c> and the tests
/// share it. What was started is stopped in the opposite order: the web stops accepting, workers drain, then PostgreSQL
/// checkpoints and the folder is free.
/// </summary>
internal sealed class AgentIqHost : IAsyncDisposable
{
    private readonly ServerOptions _options;

    private readonly Stack<(string What, Func<ValueTask> Stop)> _started = new();

    private WebApplication? _app;

    private AgentIqHost(ServerOptions options) => _options = options;

    /// <summary>The services; after the start.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>Where the desk is found; after the start.</summary>
    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Cancelled when the host stops, also by itself because a part failed.</summary>
    public CancellationToken Stopping => App.Lifetime.ApplicationStopping;

    /// <summary>How to look at the demo, or null when there is none; after the start.</summary>
    public DemoAccess? Demo { get; private set; }

    private WebApplication App => _app ?? throw new InvalidOperationException("The host has not been started.");

    /// <summary>Makes a host; nothing runs yet.</summary>
    public static AgentIqHost Create(ServerOptions options) => new(options);

    /// <summary>Starts everything. When a step fails or is cancelled, what was started is stopped by <see cref="DisposeAsync"/>.</summary>
    /// <exception cref="UserErrorException">The folder is in use, the port is taken, the connection string is wrong.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        var progress = _options.Progress;
        progress.Steps = _options.Demo ? 5 : 3;
        var (folder, database) = await OpenAsync(ct);
        var simulator = _options.Demo ? await progress.StepAsync("Wildberries simulator", () => SimulateAsync(folder, ct)) : null;
        var app = Build(database, simulator);
        if (simulator is not null)
        {
            Demo = await progress.StepAsync("Demo company", () => DemoAsync(app, simulator, folder, ct));
        }

        // Before the start: when that fails half-way, the workers that run must still be stopped.
        Started("Web and workers", async () => await app.StopAsync(CancellationToken.None));
        await progress.StepAsync("Web and workers", () => ListenAsync(app, ct));
        app.Services.GetRequiredService<StartupState>().Finished();
    }

    /// <summary>Brings the database to this version's schema, and no more.</summary>
    /// <exception cref="UserErrorException">The folder is in use, the connection string is wrong.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        _options.Progress.Steps = 2;
        await OpenAsync(ct);
    }

    /// <summary>Stops everything in order.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var part))
        {
            await part.Stop();
            _options.Logger.Information("{Part} stopped", part.What);
        }
    }

    private static async Task<DemoAccess> DemoAsync(WebApplication app, DemoSimulator simulator, DataFolder folder, CancellationToken ct)
    {
        var password = DemoPassword.ReadOrMake(folder);
        await ActivatorUtilities.CreateInstance<DemoCompany>(app.Services).EnsureAsync(password, simulator.IssueToken, ct);
        simulator.Feed();
        return new DemoAccess(simulator.Address, [DemoCompany.OwnerEmail, DemoCompany.OperatorEmail], password);
    }

    private WebApplication Build(Database database, DemoSimulator? simulator)
    {
        var options = simulator is null ? _options : _options with { Ingestion = simulator.Redirect(_options.Ingestion) };
        _app = WebAppFactory.Build(options, database);
        Started("Services", _app.DisposeAsync);
        _app.Services.GetRequiredService<StartupState>().Migrated();
        // A key file with wrong rights or content is told now and not at the first sign-in.
        _app.Services.GetRequiredService<SecretKeys>();
        return _app;
    }

    private async Task<DemoSimulator> SimulateAsync(DataFolder folder, CancellationToken ct)
    {
        var logging = new SerilogLoggerFactory(_options.Logger);
        var simulator = await DemoSimulator.StartAsync(folder, logging, _options.Time, ct);
        Started("Simulator", simulator.DisposeAsync);
        return simulator;
    }

    private async Task<(DataFolder Folder, Database Database)> OpenAsync(CancellationToken ct)
    {
        var folder = DataFolder.Open(_options.DataFolder);
        Started("Data folder", () =>
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        });

        var database = await _options.Progress.StepAsync("PostgreSQL", () => DatabaseAsync(folder, ct));
        await _options.Progress.StepAsync("Schema", () => ApplySchemaAsync(database, ct));
        return (folder, database);
    }

    private async Task ApplySchemaAsync(Database database, CancellationToken ct)
    {
        await Migrator.ApplyAsync(database, Layers.Schema, ct);
        await PartitionKeeper.EnsureAsync(database, _options.Time, ct);
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new UserErrorException(
                $"{error.Message.TrimEnd('.')}: another program listens there. Choose another port with --port N, or stop that program.", error);
        }
    }

    private async Task<Database> DatabaseAsync(DataFolder folder, CancellationToken ct)
    {
        var connectionString = _options.Database;
        if (connectionString is null)
        {
            // The progress line says what is going on; chatter would tear it apart.
            var warnings = new LoggerConfiguration().MinimumLevel.Warning().WriteTo.Logger(_options.Logger).CreateLogger();
            using var logging = new SerilogLoggerFactory(warnings, dispose: true);
            var server = await EmbeddedPostgres.StartAsync(
                new EmbeddedPostgresOptions { Folder = folder.Postgres }, logging.CreateLogger<EmbeddedPostgres>(), ct);
            Started("PostgreSQL", server.DisposeAsync);
            connectionString = server.ConnectionString;
        }

        Database database;
        try
        {
            database = new Database(connectionString);
        }
        catch (ArgumentException error)
        {
            throw new UserErrorException($"--database: {error.Message}", error);
        }

        Started("Connections", database.DisposeAsync);
        return database;
    }

    private void Started(string what, Func<ValueTask> stop) => _started.Push((what, stop));
}
