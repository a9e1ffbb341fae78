using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Ingestion;

/// <summary>
/// Syncs whatever is due, several channels at a time. Any number of processes run one: they share the schedule by
/// leases, and a channel that hangs or fails holds up no other.
/// </summary>
public sealed class SyncWorker : BackgroundService
{
    private readonly SyncSchedule _schedule;
    private readonly SyncRunner _runner;
    private readonly IngestionOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SyncWorker> _logger;

    internal SyncWorker(SyncSchedule schedule, SyncRunner runner, IngestionOptions options, TimeProvider time, ILogger<SyncWorker> logger)
    {
        _schedule = schedule;
        _runner = runner;
        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <summary>Runs everything that is due now, side by side, and waits for it.</summary>
    /// <returns>How the runs ended.</returns>
    public async Task<IReadOnlyList<SyncReport>> RunDueAsync(CancellationToken cancellationToken)
    {
        var leases = await _schedule.ClaimDueAsync(_options.Concurrency, cancellationToken);
        return await Task.WhenAll(leases.Select(lease => _runner.RunAsync(lease, cancellationToken)));
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            var leases = await ClaimAsync(_options.Concurrency - running.Count, stoppingToken);
            running.AddRange(leases.Select(lease => RunAsync(lease, stoppingToken)));
            if (leases.Count == 0)
            {
                await WaitAsync(running, stoppingToken);
            }
        }

        await Task.WhenAll(running);
    }

    private async Task<IReadOnlyList<SyncLease>> ClaimAsync(int count, CancellationToken stoppingToken)
    {
        try
        {
            return count > 0 ? await _schedule.ClaimDueAsync(count, stoppingToken) : [];
        }
        catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            _logger.LogError(e, "The sync schedule cannot be read; trying again in {Wait}", _options.PollInterval);
            return [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    private async Task RunAsync(SyncLease lease, CancellationToken stoppingToken)
    {
        try
        {
            await _runner.RunAsync(lease, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: the runner gave the lease back, and another process or the next start goes on.
        }
        catch (Exception e)
        {
            // The end of the run could not be written. The lease expires, and the channel is tried again.
            _logger.LogError(e, "Sync of channel {ChannelId} of seller {SellerId} could not be finished", lease.ChannelId, lease.SellerId);
        }
    }

    private async Task WaitAsync(List<Task> running, CancellationToken stoppingToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny([Task.Delay(_options.PollInterval, _time, wait.Token), .. running]);
        await wait.CancelAsync();
    }
}
