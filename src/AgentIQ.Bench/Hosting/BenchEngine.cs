using AgentIQ.Postgres;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Bench.Hosting;

/// <summary>The engine as a process hosts it. Its worker runs from <see cref="StartAsync"/> to <see cref="DisposeAsync"/>.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _running = [];

    public BenchEngine(Database database, Probe probe, Action<WorkflowOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(database);
        services.AddSingleton(probe);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddWorkflows(configure).AddActivity<Mark>().AddActivity<Touch>();
        _services = services.BuildServiceProvider();
    }

    public IWorkflows Workflows => _services.GetRequiredService<IWorkflows>();

    public IWorkflowDefinitions Definitions => _services.GetRequiredService<IWorkflowDefinitions>();

    public WorkQueue Queue => _services.GetRequiredService<WorkQueue>();

    public WorkflowOptions Options => _services.GetRequiredService<WorkflowOptions>();

    public WorkBell Bell => _services.GetRequiredService<WorkBell>();

    public async Task StartAsync(CancellationToken ct)
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(ct);
            _running.Add(service);
        }
    }

    /// <summary>Starts it and waits until nothing is queued any more.</summary>
    public async Task DrainAsync(Workload workload, CancellationToken ct)
    {
        await StartAsync(ct);
        await workload.DrainedAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_running))
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
