using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Runs claimed work in batches and decides what becomes of what does not succeed: a batch that cannot be committed is halved until what
/// breaks it stands alone; what fails alone is tried again later with growing pauses, and at last becomes dead work with an incident.
/// </summary>
internal sealed partial class BurstRunner(
    BurstBatch batch, WorkQueue queue, DeadWorkWriter deadWork, WorkBell bell, WorkflowOptions options, TimeProvider time, ILogger<BurstRunner> logger)
{
    /// <summary>Runs claimed work. What has failed before runs alone from the start: it may have taken the process down.</summary>
    public async Task RunAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        IReadOnlyList<WorkItem> together = items.All(i => i.Attempts == 1) ? items : [.. items.Where(i => i.Attempts == 1)];
        await RunTogetherAsync(together, ct);
        if (together.Count < items.Count)
        {
            foreach (var item in items.Where(i => i.Attempts > 1))
            {
                await RunAloneAsync(item, ct);
            }
        }
    }

    private async Task RunTogetherAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        while (items.Count > 0)
        {
            items = await RunBatchAsync(items, ct);
        }
    }

    /// <summary>One transaction; what is left for the next one.</summary>
    private async Task<IReadOnlyList<WorkItem>> RunBatchAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        try
        {
            var outcome = await batch.RunAsync(items, isCareful: false, ct);
            await FinishAsync(outcome, ct);
            return outcome.Left;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await TryReleaseAsync(items, isCounted: false);
        }
        catch (FencedException e)
        {
            LogFenced(e.Message);
            await RunWhatIsOursAsync(items, ct);
        }
        catch (PostgresException e) when (items.Count > 1 && !IsConnectionLost(e))
        {
            LogHalved(e, items.Count);
            await RunHalvesAsync(items, ct);
        }
        catch (PostgresException e) when (!IsConnectionLost(e))
        {
            await FailAsync(items[0], e, ct);
        }
        catch (Exception e)
        {
            // The attempt counts, so that next time each runs alone: one of them may be what broke the connection.
            LogBatchLost(e, items.Count);
            await TryReleaseAsync(items, isCounted: true);
        }

        return [];
    }

    private async Task RunHalvesAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        await RunTogetherAsync([.. items.Take(items.Count / 2)], ct);
        await RunTogetherAsync([.. items.Skip(items.Count / 2)], ct);
    }

    /// <summary>Nothing of a batch was committed, because something in it is another's by now: the rest runs again without that.</summary>
    private async Task RunWhatIsOursAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var ours = await queue.OursAsync(items, ct);
        WorkflowTelemetry.Fenced.Add(Math.Max(1, items.Count - ours.Count));
        if (items.Count == 1)
        {
            // One that is still ours lost its instance's revision to somebody: the next claim reads it anew.
            await TryReleaseAsync(ours, isCounted: true);
        }
        else if (ours.Count < items.Count)
        {
            await RunTogetherAsync(ours, ct);
        }
        else
        {
            await RunHalvesAsync(items, ct);
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
            await FinishAsync(await batch.RunAsync([item], isCareful: true, ct), ct);
        }
        catch (FencedException e)
        {
            LogFenced(e.Message);
            await RunWhatIsOursAsync([item], ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await TryReleaseAsync([item], isCounted: false);
        }
        catch (Exception e)
        {
            await FailAsync(item, e, ct);
        }
    }

    private async Task FinishAsync(BatchOutcome outcome, CancellationToken ct)
    {
        if (outcome.HasFollowUps)
        {
            bell.Ring();
        }

        foreach (var (item, error) in outcome.Failures)
        {
            await FailAsync(item, error, ct);
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

    /// <summary>Classes 08 and 57P, and 25P03 (idle for too long): the connection is gone. A statement that was refused leaves the connection as it was.</summary>
    private static bool IsConnectionLost(PostgresException e) =>
        e.SqlState.StartsWith("08", StringComparison.Ordinal) || e.SqlState.StartsWith("57P", StringComparison.Ordinal) || e.SqlState == "25P03";

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} bursts was lost with its connection; they run again.")]
    private partial void LogBatchLost(Exception e, int count);

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} bursts was refused by the database; it runs again in two halves.")]
    private partial void LogHalved(Exception e, int count);

    [LoggerMessage(LogLevel.Warning, "{Message} What is still ours runs again.")]
    private partial void LogFenced(string message);

    [LoggerMessage(LogLevel.Warning, "A burst ({Kind} {Id}) failed in attempt {Attempt} of {Attempts}.")]
    private partial void LogFailed(Exception e, string kind, Guid id, int attempt, int attempts);

    [LoggerMessage(LogLevel.Warning, "{Count} leases could not be given back; they run out by themselves.")]
    private partial void LogNotReleased(Exception e, int count);
}
