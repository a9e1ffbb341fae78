using AgentIQ.Chaos.Activities;
using AgentIQ.Chaos.Workers;
using AgentIQ.Chaos.World;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentIQ.Chaos.Load;

/// <summary>The engine as a web process has it: it asks and looks, and works only when told to.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Engine(string database, string world, TimeSpan lease, bool runsWorker = false)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new Database(database));
        services.AddSingleton(new WorldClient(world));
        services.AddWorkflows(o =>
        {
            WorkerRole.Configure(o, lease);
            o.RunsWorker = runsWorker;
        }).AddChaosActivities();
        _services = services.BuildServiceProvider();
    }

    public OffsetTimeProvider Clock { get; } = new();

    public Database Database => _services.GetRequiredService<Database>();

    public IWorkflows Workflows => _services.GetRequiredService<IWorkflows>();

    public IWorkflowMonitor Monitor => _services.GetRequiredService<IWorkflowMonitor>();

    public IIncidents Incidents => _services.GetRequiredService<IIncidents>();

    public async Task PublishAsync(CancellationToken ct)
    {
        foreach (var definition in ChaosDefinitions.All)
        {
            await InTenantAsync(scope => _services.GetRequiredService<IWorkflowDefinitions>().PublishAsync(scope, definition.Json, "chaos", ct), ct);
        }
    }

    /// <summary>Works in this process.</summary>
    public async Task StartWorkerAsync(CancellationToken ct)
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(ct);
        }
    }

    /// <summary>Works no longer.</summary>
    public async Task StopWorkerAsync(CancellationToken ct)
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(ct);
        }
    }

    public Task<T> InTenantAsync<T>(Func<TenantScope, Task<T>> work, CancellationToken ct) => Database.InTenantAsync(ChaosSchema.Tenant, work, ct);

    public Task InTenantAsync(Func<TenantScope, Task> work, CancellationToken ct) => Database.InTenantAsync(ChaosSchema.Tenant, work, ct);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
