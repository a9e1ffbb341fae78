using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Commits many bursts in one transaction. Each has a savepoint, so that one that fails is undone without its neighbours; it is then
/// run again alone, later again with growing pauses, and at last becomes dead work with an incident.
/// </summary>
internal sealed partial class BurstRunner(
    Database database, WorkQueue queue, InstanceStore instances, BurstHandler handler, DeadWorkWriter deadWork, WorkflowOptions options, TimeProvider time, ILogger<BurstRunner> logger)
{
    private const string Savepoint = "SAVEPOINT burst";
    private const string Release = "RELEASE SAVEPOINT burst";
    private const string RollBack = "ROLLBACK TO SAVEPOINT burst; RELEASE SAVEPOINT burst";

    /// <summary>Runs claimed work. What has failed before runs alone from the start: it may have taken the process down.</summary>
    public async Task RunAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var alone = items.Where(i => i.Attempts > 1).ToList();
        var together = alone.Count == 0 ? items : [.. items.Where(i => i.Attempts == 1)];
        if (together.Count > 0)
        {
            alone.InsertRange(0, await RunTogetherAsync(together, ct));
        }

        foreach (var item in alone)
        {
            await RunAloneAsync(item, ct);
        }
    }

    /// <summary>One transaction for all; returns what was undone.</summary>
    private async Task<List<WorkItem>> RunTogetherAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var undone = new List<WorkItem>();
        try
        {
            await using var connection = await database.Engine.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await LimitIdlingAsync(connection, ct);
            var wanted = items.Where(i => i.InstanceId is not null).Select(i => (i.TenantId, i.InstanceId!.Value)).Distinct().ToList();
            var batch = new BurstBatch(await instances.LoadAsync(connection, wanted, ct), isCareful: false);
            foreach (var item in items)
            {
                if (batch.IsUndone(item) || !await TryAsync(connection, batch, item, ct))
                {
                    batch.Undo(item);
                    undone.Add(item);
                }
            }

            await transaction.CommitAsync(ct);
            return undone;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await TryReleaseAsync(items, isCounted: false);
            return [];
        }
        catch (Exception e)
        {
            // The attempt counts, so that next time each runs alone: one of them may be what broke the connection.
            LogBatchLost(e, items.Count);
            await TryReleaseAsync(items, isCounted: true);
            return [];
        }
    }

    /// <summary>False when the burst was undone and should run again.</summary>
    private async Task<bool> TryAsync(NpgsqlConnection connection, BurstBatch batch, WorkItem item, CancellationToken ct)
    {
        try
        {
            var scope = await OpenAsync(connection, item, ct);
            await handler.HandleAsync(batch, scope, item, ct);
            await CloseAsync(connection, ct);
            return true;
        }
        catch (FencedException e)
        {
            WorkflowTelemetry.Fenced.Add(1);
            LogFenced(e.Message);
            batch.Undo(item);
            await ExecuteAsync(connection, RollBack, ct);
            return true;
        }
        catch (Exception e) when (connection.State == System.Data.ConnectionState.Open && !ct.IsCancellationRequested)
        {
            LogUndone(e, item.Kind, item.Id);
            await ExecuteAsync(connection, RollBack, ct);
            return false;
        }
    }

    private async Task RunAloneAsync(WorkItem item, CancellationToken ct)
    {
        if (item.Attempts > options.BurstAttempts)
        {
            await deadWork.WriteAsync(item, $"The process ended {item.Attempts - 1} times while it worked on this.", ct);
            return;
        }

        try
        {
            await using var connection = await database.Engine.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await LimitIdlingAsync(connection, ct);
            var scope = await TenantScope.EnterAsync(connection, item.TenantId, ct);
            await handler.HandleAsync(new BurstBatch([], isCareful: true), scope, item, ct);
            await transaction.CommitAsync(ct);
        }
        catch (FencedException e)
        {
            WorkflowTelemetry.Fenced.Add(1);
            LogFenced(e.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await TryReleaseAsync([item], isCounted: false);
        }
        catch (Exception e)
        {
            await FailAsync(item, e is RepeatBurstException ? e.InnerException! : e, ct);
        }
    }

    private async Task FailAsync(WorkItem item, Exception error, CancellationToken ct)
    {
        LogFailed(error, item.Kind, item.Id, item.Attempts, options.BurstAttempts);
        if (item.Attempts >= options.BurstAttempts)
        {
            await deadWork.WriteAsync(item, error.Message, ct);
        }
        else
        {
            await queue.PostponeAsync(item, time.GetUtcNow() + (options.BurstRetryDelay * Math.Pow(2, item.Attempts - 1)), error.Message, ct);
        }
    }

    /// <summary>A frozen process must not hold its rows longer than its lease: the server then ends its transaction.</summary>
    private Task LimitIdlingAsync(NpgsqlConnection connection, CancellationToken ct) =>
        ExecuteAsync(connection, $"SET LOCAL idle_in_transaction_session_timeout = {(long)options.Lease.TotalMilliseconds}", ct);

    private static async Task<TenantScope> OpenAsync(NpgsqlConnection connection, WorkItem item, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Savepoint);
        var scope = TenantScope.Enter(batch, connection, item.TenantId);
        await batch.ExecuteNonQueryAsync(ct);
        return scope;
    }

    private static async Task CloseAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        TenantScope.Leave(batch);
        batch.Add(Release);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>At best: when the database is away the leases run out by themselves.</summary>
    private async Task TryReleaseAsync(IReadOnlyList<WorkItem> items, bool isCounted)
    {
        try
        {
            await queue.ReleaseAsync(items, isCounted, CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            LogNotReleased(e, items.Count);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} bursts was lost with its connection; they run again.")]
    private partial void LogBatchLost(Exception e, int count);

    [LoggerMessage(LogLevel.Warning, "{Message}")]
    private partial void LogFenced(string message);

    [LoggerMessage(LogLevel.Information, "A burst ({Kind} {Id}) was undone and runs again alone.")]
    private partial void LogUndone(Exception e, string kind, Guid id);

    [LoggerMessage(LogLevel.Warning, "A burst ({Kind} {Id}) failed in attempt {Attempt} of {Attempts}.")]
    private partial void LogFailed(Exception e, string kind, Guid id, int attempt, int attempts);

    [LoggerMessage(LogLevel.Warning, "{Count} leases could not be given back; they run out by themselves.")]
    private partial void LogNotReleased(Exception e, int count);
}
