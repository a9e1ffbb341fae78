using AgentIQ.Workflows.Durable.Retention;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Durable;

/// <summary>Removes what is over, round by round: see <see cref="RetentionOptions"/>.</summary>
internal sealed partial class WorkflowHousekeeping(RetentionRound round, WorkflowOptions options, TimeProvider time, ILogger<WorkflowHousekeeping> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Retention.Interval, time);
        try
        {
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            foreach (var (table, count) in await round.RunAsync(ct))
            {
                if (count > 0)
                {
                    LogRemoved(count, table);
                }
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // The host takes part in the removal of trial runs: whatever it threw must not end the housekeeping.
            LogFailed(e, options.Retention.Interval);
        }
    }

    [LoggerMessage(LogLevel.Information, "Retention removed {Count} of {Table}.")]
    private partial void LogRemoved(long count, string table);

    [LoggerMessage(LogLevel.Warning, "Housekeeping of the workflow engine failed; it is tried again in {Interval}.")]
    private partial void LogFailed(Exception e, TimeSpan interval);
}
