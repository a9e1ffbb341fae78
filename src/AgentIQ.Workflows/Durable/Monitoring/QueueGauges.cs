using System.Diagnostics.Metrics;
using AgentIQ.Postgres;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>
/// How much work is due and how long it has been: looked up every <see cref="Interval"/>, whoever scrapes and how often. Counting stops
/// at <see cref="Most"/>, so that the look stays a walk over the front of two indexes however much is due or armed.
/// </summary>
internal sealed partial class QueueGauges : BackgroundService
{
    /// <summary>More than this is reported as this.</summary>
    private const int Most = 10_000;

    private const string LookSql =
        """
        SELECT (SELECT count(*) FROM (SELECT FROM agentiq.workflow_queue WHERE due_at <= $1 AND NOT is_dead AND kind <> 'effect' LIMIT $2) bursts),
               (SELECT count(*) FROM (SELECT FROM agentiq.workflow_queue WHERE due_at <= $1 AND NOT is_dead AND kind = 'effect' LIMIT $2) effects),
               (SELECT count(*) FROM (SELECT FROM agentiq.workflow_queue WHERE is_dead LIMIT $2) dead),
               least((SELECT min(due_at) FROM agentiq.workflow_queue WHERE NOT is_dead AND kind <> 'effect'),
                     (SELECT min(due_at) FROM agentiq.workflow_queue WHERE NOT is_dead AND kind = 'effect'))
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<QueueGauges> _logger;
    private volatile Look? _last;

    public QueueGauges(Database database, TimeProvider time, ILogger<QueueGauges> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        Meter.CreateObservableGauge("agentiq.workflows.queue.depth", Depths, "{row}", $"Work by kind that is due and not done, and that was given up; at most {Most} is reported.");
        Meter.CreateObservableGauge("agentiq.workflows.queue.age", Ages, "s", "How long the oldest due work has been due; 0 when nothing is.");
    }

    /// <summary>Its own, so that it ends with the process's engine and not with the process.</summary>
    public Meter Meter { get; } = new(WorkflowTelemetry.Name);

    public override void Dispose()
    {
        Meter.Dispose();
        base.Dispose();
    }

    /// <summary>Looks now.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        await using var connection = await _database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(connection, LookSql, now, Most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var age = reader.IsDBNull(3) ? TimeSpan.Zero : now - reader.GetFieldValue<DateTimeOffset>(3);
        _last = new Look(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), Math.Max(0, age.TotalSeconds));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            do
            {
                await TryLookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryLookAsync(CancellationToken ct)
    {
        try
        {
            await LookAsync(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            // An old figure would look like a healthy queue.
            _last = null;
            LogBlind(e);
        }
    }

    private IEnumerable<Measurement<long>> Depths() => _last is not { } last
        ? []
        :
        [
            new Measurement<long>(last.Bursts, new KeyValuePair<string, object?>("kind", "burst")),
            new Measurement<long>(last.Effects, new KeyValuePair<string, object?>("kind", "effect")),
            new Measurement<long>(last.Dead, new KeyValuePair<string, object?>("kind", "dead")),
        ];

    private IEnumerable<Measurement<double>> Ages() => _last is { } last ? [new Measurement<double>(last.Age)] : [];

    private sealed record Look(long Bursts, long Effects, long Dead, double Age);

    [LoggerMessage(LogLevel.Warning, "The queue could not be looked at; its gauges are silent until it can.")]
    private partial void LogBlind(Exception e);
}
