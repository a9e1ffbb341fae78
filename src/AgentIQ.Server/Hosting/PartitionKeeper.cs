using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Server.Hosting;

/// <summary>
/// Keeps the months of the append-only logs ready: before anything works, and once a day. A row that is written while its month is being
/// made is refused by PostgreSQL ("violates partition constraint"), so the first months cannot be made beside running workers.
/// </summary>
internal sealed class PartitionKeeper(Database database, TimeProvider time, ILogger<PartitionKeeper> logger) : BackgroundService
{
    /// <summary>This month and the next two: a process that is down for a month still finds its partition.</summary>
    private const int MonthsAhead = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>Makes what is missing of this month and the next two.</summary>
    public static Task EnsureAsync(Database database, TimeProvider time, CancellationToken ct) =>
        MonthlyPartitions.EnsureAsync(database, time.GetUtcNow(), MonthsAhead, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await EnsureAsync(database, time, stoppingToken);
            }
            catch (NpgsqlException error)
            {
                // Nothing is lost: rows stand in the default partition until the next attempt moves them.
                logger.LogWarning(error, "The partitions of the coming months were not made");
            }
        }
    }
}
