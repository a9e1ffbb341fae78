using AgentIQ.Postgres;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Ingestion;

/// <summary>Syncs one channel once: reads both passes, stores what came, and leaves the channel's state and its next time behind.</summary>
public sealed class SyncRunner
{
    private readonly Database _database;
    private readonly ChannelStore _channels;
    private readonly SyncSchedule _schedule;
    private readonly SyncReader _reader;
    private readonly SyncRuns _runs;
    private readonly IngestionOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SyncRunner> _logger;

    internal SyncRunner(
        Database database, ChannelStore channels, SyncSchedule schedule, SyncReader reader, SyncRuns runs,
        IngestionOptions options, TimeProvider time, ILogger<SyncRunner> logger)
    {
        _database = database;
        _channels = channels;
        _schedule = schedule;
        _reader = reader;
        _runs = runs;
        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <summary>
    /// Runs a channel now, due or not. Faults of the marketplace are part of the report and of the channel's state; they
    /// are not thrown.
    /// </summary>
    /// <returns><see cref="SyncOutcome.NotMine"/> when another process has the channel or it is stopped.</returns>
    /// <exception cref="Npgsql.NpgsqlException">The database cannot be reached.</exception>
    public async Task<SyncReport> RunOnceAsync(Guid sellerId, Guid channelId, CancellationToken cancellationToken)
    {
        var lease = await _schedule.ClaimAsync(sellerId, channelId, cancellationToken);
        return lease is null
            ? new SyncReport(channelId, SyncOutcome.NotMine, SyncCounts.None, TimeSpan.Zero, null)
            : await RunAsync(lease, cancellationToken);
    }

    internal async Task<SyncReport> RunAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        var startedAt = _time.GetUtcNow();
        SyncRun? run = null;
        SyncEnd end;
        try
        {
            run = await _reader.OpenAsync(lease, cancellationToken);
            end = await _reader.ReadAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await _schedule.ReleaseAsync(lease);
            throw;
        }
        catch (SyncLeaseLostException e)
        {
            _logger.LogWarning("{Message}", e.Message);
            return Report(SyncOutcome.NotMine, null);
        }
        catch (ConnectorException e)
        {
            _logger.LogWarning("Channel {ChannelId} of seller {SellerId}: {Fault}, {Message}", lease.ChannelId, lease.SellerId, e.Fault, e.Message);
            end = SyncEnd.After(e);
        }
        catch (Exception e)
        {
            _logger.LogError(e, "Sync of channel {ChannelId} of seller {SellerId} failed", lease.ChannelId, lease.SellerId);
            end = new SyncEnd(SyncOutcome.Failed, Reason.Of(ReasonCodes.Internal, ("detail", e.GetType().Name)), null);
        }

        var report = Report(end.Outcome, end.Reason);
        await FinishAsync(lease, run, end, report, startedAt, cancellationToken);
        IngestionMetrics.Record(run?.Channel.Connector.Descriptor, report);
        return report;

        SyncReport Report(SyncOutcome outcome, Reason? reason) =>
            new(lease.ChannelId, outcome, run?.Counts ?? SyncCounts.None, _time.GetUtcNow() - startedAt, reason);
    }

    private Task FinishAsync(
        SyncLease lease, SyncRun? run, SyncEnd end, SyncReport report, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var failures = end.Outcome switch { SyncOutcome.Failed => lease.Failures + 1, SyncOutcome.Waiting => lease.Failures, _ => 0 };
        var interval = run is { Pace: var pace } && pace.Interval > _options.SyncInterval ? pace.Interval : _options.SyncInterval;
        var (state, wait) = end.Outcome switch
        {
            SyncOutcome.Completed => (ChannelState.Ok, interval),
            SyncOutcome.MoreToCome => (ChannelState.Syncing, run!.Pace.IsScarce ? interval : TimeSpan.Zero),
            SyncOutcome.Waiting => (ChannelState.Waiting, end.RetryAfter ?? interval),
            SyncOutcome.Unauthorized => (ChannelState.Unauthorized, interval),
            _ => (failures >= _options.FailuresUntilFailing ? ChannelState.Failing : ChannelState.Waiting, Longer(end.RetryAfter, _options.BackoffAfter(failures))),
        };
        var cameThrough = end.Outcome is SyncOutcome.Completed or SyncOutcome.MoreToCome;
        return _database.InTenantAsync(lease.SellerId, async scope =>
        {
            await _channels.SaveStateAsync(scope, lease.ChannelId, state, end.Reason, cameThrough ? now : null, cancellationToken);
            await _schedule.FinishAsync(scope, lease, now + wait, failures, end.Outcome == SyncOutcome.Unauthorized, cancellationToken);
            await _runs.AppendAsync(scope, report, startedAt, cancellationToken);
        }, cancellationToken);
    }

    private static TimeSpan Longer(TimeSpan? a, TimeSpan b) => a > b ? a.Value : b;
}
