using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Server.Hosting;

/// <summary>Keeps the months of the append-only logs ready: at start, and once a day.</summary>
internal sealed class PartitionKeeper(Database database, TimeProvider time, ILogger<PartitionKeeper> logger) : BackgroundService
{
    /// <summary>This month and the next two: a process that is down for a month still finds its partition.</summary>
    private const int MonthsAhead = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await MonthlyPartitions.EnsureAsync(database, time.GetUtcNow(), MonthsAhead, stoppingToken);
            }
            catch (NpgsqlException error)
            {
                // Nothing is lost: rows stand in the default partition until the next attempt moves them.
                logger.LogWarning(error, "The partitions of the coming months were not made");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
