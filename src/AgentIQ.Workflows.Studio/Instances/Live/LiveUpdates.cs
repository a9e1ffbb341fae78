using System.Threading.Channels;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Studio.Instances.Live;

/// <summary>
/// Carries changes of instances from the workers of all processes to the viewers of this one, over PostgreSQL's notifications. Sent outside of
/// the bursts' transactions, because a NOTIFY inside one makes commits wait for each other. Not registered unless
/// <see cref="StudioOptions.RealTimeUpdates"/> is set.
/// </summary>
internal sealed partial class LiveUpdates(
    Database database, InstanceChanges changes, WatchedInstances watched, IWorkflowViewer viewer, IHubContext<WorkflowInstanceHub> hub, TimeProvider time,
    ILogger<LiveUpdates> logger, ILoggerFactory loggers) : BackgroundService
{
    private const string ChannelName = "agentiq_workflow_instances";

    /// <summary>More are not worth keeping: the oldest hints are dropped.</summary>
    private const int MostWaiting = 10_000;

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<(Guid TenantId, Guid InstanceId)> _committed = New();
    private readonly Channel<(Guid TenantId, Guid InstanceId)> _heard = New();

    /// <summary>Completes when what is told from now on is heard.</summary>
    public Task Listening => _listening.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var notifications = new Notifications(database.App, time, loggers.CreateLogger<Notifications>());
        using var subscription = notifications.Subscribe(ChannelName, Hear, () => _listening.TrySetResult());
        using var committed = changes.Subscribe(Remember);
        await Task.WhenAll(ForEachAsync(_committed.Reader, TellAsync, stoppingToken), ForEachAsync(_heard.Reader, ShowAsync, stoppingToken));
    }

    private void Remember(Guid tenantId, Guid instanceId) => _committed.Writer.TryWrite((tenantId, instanceId));

    private void Hear(string payload)
    {
        if (payload.Split(':') is [var tenant, var instance] && Guid.TryParse(tenant, out var tenantId) && Guid.TryParse(instance, out var instanceId) && watched.Contains(tenantId, instanceId))
        {
            _heard.Writer.TryWrite((tenantId, instanceId));
        }
    }

    /// <summary>Takes what is there, each once, so that a long run of bursts of one instance is one message.</summary>
    private async Task ForEachAsync(ChannelReader<(Guid TenantId, Guid InstanceId)> reader, Func<IReadOnlyCollection<(Guid TenantId, Guid InstanceId)>, CancellationToken, Task> handle, CancellationToken ct)
    {
        try
        {
            while (await reader.WaitToReadAsync(ct))
            {
                var some = new HashSet<(Guid TenantId, Guid InstanceId)>();
                while (reader.TryRead(out var next))
                {
                    some.Add(next);
                }

                try
                {
                    await handle(some, ct);
                }
                catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException)
                {
                    LogLost(e, some.Count);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TellAsync(IReadOnlyCollection<(Guid TenantId, Guid InstanceId)> some, CancellationToken ct)
    {
        await using var connection = await database.App.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (tenantId, instanceId) in some)
        {
            var command = new NpgsqlBatchCommand("SELECT pg_notify($1, $2)");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ChannelName });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = WatchedInstances.GroupOf(tenantId, instanceId) });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task ShowAsync(IReadOnlyCollection<(Guid TenantId, Guid InstanceId)> some, CancellationToken ct)
    {
        foreach (var (tenantId, instanceId) in some)
        {
            var executions = await database.InTenantAsync(tenantId, scope => viewer.SummariesAsync(scope, instanceId, activityNodeId: null, ct), ct);
            var nodes = executions.Select(e => e.ActivityNodeId).Distinct().ToList();
            var stats = await database.InTenantAsync(tenantId, scope => viewer.ReportAsync(scope, instanceId, nodes, ct), ct);
            var viewers = hub.Clients.Group(WatchedInstances.GroupOf(tenantId, instanceId));
            await viewers.SendAsync("ActivityExecutionLogUpdatedAsync", new { stats }, ct);
            await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, ct);
            await viewers.SendAsync("WorkflowInstanceUpdatedAsync", new { workflowInstanceId = instanceId }, ct);
        }
    }

    private static Channel<(Guid TenantId, Guid InstanceId)> New() =>
        Channel.CreateBounded<(Guid TenantId, Guid InstanceId)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    [LoggerMessage(LogLevel.Warning, "Viewers of {Count} workflow instances were not told of a change.")]
    private partial void LogLost(Exception e, int count);
}
