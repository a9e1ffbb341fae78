using AgentIQ.Postgres;
using AgentIQ.Testing;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Effects;
using AgentIQ.Workflows.Durable.Monitoring;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Durable.Retention;
using AgentIQ.Workflows.Scheduling;
using AgentIQ.Workflows.Monitoring;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>An engine on a database of its own, moved by hand: nothing runs until a test says so.</summary>
internal sealed class Engine : IAsyncDisposable
{
    public static readonly Guid Seller = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    private readonly bool _ownsDatabase;
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Engine(TestDatabase database, bool ownsDatabase, ManualTimeProvider time, Action<IServiceCollection>? configure, Action<WorkflowOptions>? options)
    {
        _database = database;
        _ownsDatabase = ownsDatabase;
        Time = time;
        Probe = new Probe();
        var services = new ServiceCollection();
        services.AddSingleton(database.Database);
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(Probe);
        services.AddSingleton<IInstanceObserver>(Probe);
        services.AddWorkflows(o => options?.Invoke(o)).AddActivity<Note>().AddActivity<Call>().AddActivity<WaitOrLate>().AddActivity<Secret>();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public ManualTimeProvider Time { get; }

    public Probe Probe { get; }

    public Database Database => _database.Database;

    public WorkQueue Queue => _services.GetRequiredService<WorkQueue>();

    public BurstRunner Bursts => _services.GetRequiredService<BurstRunner>();

    public EffectRunner Effects => _services.GetRequiredService<EffectRunner>();

    public IWorkflowMonitor Monitor => _services.GetRequiredService<IWorkflowMonitor>();

    public IWorkflowDefinitions Definitions => _services.GetRequiredService<IWorkflowDefinitions>();

    public IWorkflowDefinitionQueries Queries => _services.GetRequiredService<IWorkflowDefinitionQueries>();

    public IInstanceMoves Moves => _services.GetRequiredService<IInstanceMoves>();

    public IWorkflows Workflows => _services.GetRequiredService<IWorkflows>();

    public RetentionRound Retention => _services.GetRequiredService<RetentionRound>();

    public QueueGauges Gauges => _services.GetServices<IHostedService>().OfType<QueueGauges>().Single();

    public ScheduleProjection Schedules => _services.GetRequiredService<ScheduleProjection>();

    public WorkflowStartup Startup => _services.GetServices<IHostedService>().OfType<WorkflowStartup>().Single();

    public IIncidents Incidents => _services.GetRequiredService<IIncidents>();

    public IWorkflowActivityCatalog WorkflowActivities => _services.GetRequiredService<IWorkflowActivityCatalog>();

    public IWorkflowViewer Viewer => _services.GetRequiredService<IWorkflowViewer>();

    public WorkNotifier Notifier => _services.GetServices<IHostedService>().OfType<WorkNotifier>().Single();

    public WorkflowWorker Worker => _services.GetServices<IHostedService>().OfType<WorkflowWorker>().Single();

    public static async Task<Engine> CreateAsync(Action<IServiceCollection>? configure = null, Action<WorkflowOptions>? options = null)
    {
        var database = await TestDatabase.CreateAsync(WorkflowsSchema.Part);
        await database.Database.Owner.OpenAndRunAsync("CREATE TABLE IF NOT EXISTS agentiq.notes (seller_id uuid NOT NULL, text text NOT NULL); CALL agentiq.tenant_table('notes')");
        return new Engine(database, ownsDatabase: true, new ManualTimeProvider(), configure, options);
    }

    /// <summary>A second process on the same database and business clock.</summary>
    public Engine Another(Action<WorkflowOptions>? options = null) => new(_database, ownsDatabase: false, Time, configure: null, options);

    public Task<T> InTenantAsync<T>(Func<TenantScope, Task<T>> work) => Database.InTenantAsync(Seller, work, CancellationToken.None);

    public Task InTenantAsync(Func<TenantScope, Task> work) => Database.InTenantAsync(Seller, work, CancellationToken.None);

    public Task PublishAsync(string definition) => InTenantAsync(scope => Definitions.PublishAsync(scope, definition, "test", CancellationToken.None));

    public Task<Guid> StartAsync(string definition = "test", string? correlation = null, IReadOnlyDictionary<string, object?>? input = null) =>
        InTenantAsync(scope => Workflows.StartAsync(scope, new StartWorkflow(definition, correlation, input), CancellationToken.None));

    public Task SignalAsync(string name, string? correlation, object? payload = null) =>
        InTenantAsync(scope => Workflows.SignalAsync(scope, payload is null ? new Stimulus(name, correlation) : Stimulus.Of(name, correlation, payload), CancellationToken.None));

    public async Task<InstanceSummary> FindAsync(Guid instance) =>
        (await InTenantAsync(scope => Monitor.FindAsync(scope, instance, CancellationToken.None))).ShouldNotBeNull();

    public async Task<IReadOnlyList<string>> JournalAsync(Guid instance) =>
        [.. (await InTenantAsync(scope => Monitor.JournalAsync(scope, instance, CancellationToken.None))).Where(r => r.ActivityId != "flow").Select(r => $"{r.ActivityId}:{r.Event}")];

    public Task<IReadOnlyList<InstanceIncident>> IncidentsAsync(Guid? instance = null) => InTenantAsync(scope => Monitor.OpenIncidentsAsync(scope, instance, CancellationToken.None));

    public async Task<IReadOnlyList<string>> NotesAsync() =>
        (await InTenantAsync(scope => scope.Connection.QueryAsync<string>("SELECT text FROM agentiq.notes ORDER BY ctid"))).AsList();

    public Task<int> CountAsync(string table) => InTenantAsync(scope => scope.Connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM agentiq.{table}"));

    /// <summary>Runs everything that is due, bursts and effects, until nothing is.</summary>
    public async Task PumpAsync()
    {
        while (await RunBurstsAsync() + await RunEffectsAsync() > 0)
        {
        }
    }

    public async Task<int> RunBurstsAsync()
    {
        var items = await Queue.ClaimBurstsAsync(50, CancellationToken.None);
        await Bursts.RunAsync(items, CancellationToken.None);
        return items.Count;
    }

    public async Task<int> RunEffectsAsync()
    {
        var items = await Queue.ClaimEffectsAsync(16, CancellationToken.None);
        await Task.WhenAll(items.Select(i => Effects.RunAsync(i, CancellationToken.None)));
        return items.Count;
    }

    /// <summary>Lets every lease run out, as the database's clock would.</summary>
    public async Task ExpireLeasesAsync()
    {
        await using var connection = await Database.Engine.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE agentiq.workflow_queue SET lease_until = clock_timestamp() - interval '1 second' WHERE lease_until IS NOT NULL");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsDatabase)
        {
            await _database.DisposeAsync();
        }
    }
}

internal static class DataSourceExtensions
{
    public static async Task OpenAndRunAsync(this Npgsql.NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
