using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Commits many bursts in one transaction: load, run, write, commit. Work of one lane runs in order, so each wave has one item of a lane;
/// nearly always there is one wave. A burst that fails after it may have written is undone alone and run again at once, carefully; what
/// fails then too is handed back, and the others are committed without it.
/// </summary>
internal sealed partial class BurstBatch(Database database, WorkHandler handler, WorkflowOptions options, TimeProvider time, IIdSource ids, InstanceChanges changes, ILogger<BurstBatch> logger)
{
    /// <summary>
    /// Bursts that touch the domain have a savepoint each; beyond 64 subtransactions that wrote, PostgreSQL cannot keep a transaction's
    /// subtransactions in memory, and every snapshot of the server gets slower. What is left runs in the next transaction.
    /// </summary>
    private const int MostSavepoints = 50;

    /// <summary>Runs and commits.</summary>
    /// <param name="items">Claimed work in its order.</param>
    /// <param name="isCareful">Whether to protect each activity from the start.</param>
    /// <param name="ct">Undoes all of it.</param>
    /// <returns>What was committed, what failed, and what is left for another transaction.</returns>
    /// <exception cref="FencedException">Something in it has another owner; nothing was committed.</exception>
    public async Task<BatchOutcome> RunAsync(IReadOnlyList<WorkItem> items, bool isCareful, CancellationToken ct)
    {
        var outcome = new BatchOutcome();
        await using var transaction = await BurstTransaction.BeginAsync(database, options.Lease, ct);
        var rest = items;
        while (rest.Count > 0 && transaction.Savepoints < MostSavepoints)
        {
            (var wave, rest) = Wave.Of(rest);
            var context = new BurstContext(transaction, await WaveLoader.LoadAsync(transaction, wave, time.GetUtcNow(), ct), new BatchWrites(ids));
            var done = 0;
            while (done < wave.Count && transaction.Savepoints < MostSavepoints)
            {
                await RunAsync(context, wave[done++], isCareful, outcome, ct);
            }

            await context.Writes.SendAsync(transaction, ct);
            outcome.HasFollowUps |= context.Writes.HasFollowUps;
            outcome.Changed.UnionWith(context.Writes.Changed);
            rest = Wave.WithoutDisarmed([.. wave.Skip(done), .. rest], context.Writes.Disarmed);
        }

        outcome.Left = rest;
        await transaction.CommitAsync(ct);
        foreach (var (tenantId, instanceId) in changes.AreWanted ? outcome.Changed : [])
        {
            changes.Tell(tenantId, instanceId);
        }

        return outcome;
    }

    private async Task RunAsync(BurstContext context, WorkItem item, bool isCareful, BatchOutcome outcome, CancellationToken ct)
    {
        if (!isCareful && await TryAsync(context, item, isCareful: false, ct) is not null)
        {
            LogUndone(item.Kind, item.Id);
            isCareful = true;
        }
        else if (!isCareful)
        {
            return;
        }

        if (await TryAsync(context, item, isCareful, ct) is { } error)
        {
            outcome.Failures.Add((item, error is RepeatBurstException ? error.InnerException! : error));
        }
    }

    /// <summary>What it failed with; null: done.</summary>
    private async Task<Exception?> TryAsync(BurstContext context, WorkItem item, bool isCareful, CancellationToken ct)
    {
        try
        {
            await handler.HandleAsync(context, item, isCareful, ct);
            context.Transaction.EndBurst();
            return null;
        }
        catch (Exception e) when (context.Transaction.IsAlive && !ct.IsCancellationRequested)
        {
            await context.Transaction.UndoBurstAsync(ct);
            return e;
        }
    }

    [LoggerMessage(LogLevel.Information, "A burst ({Kind} {Id}) was undone and runs again, each step protected.")]
    private partial void LogUndone(string kind, Guid id);
}
