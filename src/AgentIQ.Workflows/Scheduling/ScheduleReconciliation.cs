using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>
/// Brings every schedule to what is published, once after a start and again until it succeeds: a database that is away for a moment
/// must not keep the process from starting.
/// </summary>
internal sealed partial class ScheduleReconciliation(ScheduleProjection schedules, WorkflowOptions options, ILogger<ScheduleReconciliation> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await schedules.ReconcileAsync(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogFailed(e, options.PollInterval);
                await Task.Delay(options.PollInterval, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Schedules could not be brought to what is published; it is tried again in {Pause}.")]
    private partial void LogFailed(Exception e, TimeSpan pause);
}
