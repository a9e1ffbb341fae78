using AgentIQ.Postgres;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>
/// Carries the bell to the other processes, outside of any transaction of theirs or ours: a NOTIFY inside one would make commits wait for
/// each other. A lost notification costs at most one poll interval.
/// </summary>
internal sealed partial class WorkNotifier(Database database, WorkBell bell, WorkflowOptions options, ILogger<WorkNotifier> logger) : BackgroundService
{
    private const string Channel = "agentiq_workflows";

    /// <summary>Rings within this time are one notification.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => RunAsync(stoppingToken), CancellationToken.None);

    private async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var speaking = await database.Engine.OpenConnectionAsync(stopping);
                await using var listening = await database.Engine.OpenConnectionAsync(stopping);
                await ConnectAsync(speaking, listening, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                LogInterrupted(e);
                await WaitAsync(options.PollInterval, stopping);
            }
        }
    }

    /// <summary>Returns, or throws, when either connection is gone.</summary>
    private async Task ConnectAsync(NpgsqlConnection speaking, NpgsqlConnection listening, CancellationToken stopping)
    {
        listening.Notification += (_, notification) =>
        {
            if (notification.PID != speaking.ProcessID)
            {
                bell.RingFromElsewhere();
            }
        };
        await ExecuteAsync(listening, $"LISTEN {Channel}", stopping);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var (speak, listen) = (SpeakAsync(speaking, either.Token), ListenAsync(listening, either.Token));
        await Task.WhenAny(speak, listen);
        await either.CancelAsync();
        await Task.WhenAll(speak, listen);
    }

    private static async Task ListenAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private async Task SpeakAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        while (true)
        {
            await bell.NextRingHere.WaitAsync(ct);
            await WaitAsync(Gathering, ct);
            await ExecuteAsync(connection, $"NOTIFY {Channel}", ct);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task WaitAsync(TimeSpan time, CancellationToken ct) =>
        await Task.Delay(time, TimeProvider.System, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(LogLevel.Warning, "Notifications between processes are interrupted; polling goes on.")]
    private partial void LogInterrupted(Exception e);
}
