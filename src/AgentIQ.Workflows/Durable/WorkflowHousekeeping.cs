using AgentIQ.Postgres;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Durable;

/// <summary>Removes stimuli that waited longer than <see cref="WorkflowOptions.StimulusRetention"/>.</summary>
internal sealed partial class WorkflowHousekeeping(Database database, TimeProvider time, ILogger<WorkflowHousekeeping> logger) : BackgroundService
{
    private const string ExpireSql = "DELETE FROM agentiq.workflow_signals WHERE expires_at <= $1";

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await ExpireAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task ExpireAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await database.Engine.OpenConnectionAsync(ct);
            await using var command = Sql.Command(connection, ExpireSql, time.GetUtcNow());
            var expired = await command.ExecuteNonQueryAsync(ct);
            if (expired > 0)
            {
                LogExpired(expired);
            }
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} stimuli were dropped: nobody waited for them in time.")]
    private partial void LogExpired(int count);

    [LoggerMessage(LogLevel.Warning, "Housekeeping of the workflow engine failed; it is tried again in an hour.")]
    private partial void LogFailed(Exception e);
}
