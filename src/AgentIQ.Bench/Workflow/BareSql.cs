using AgentIQ.Bench.Hosting;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Bench.Workflow;

/// <summary>
/// The ceiling: claims, loads, writes and commits with the engine's very statements, batches and roles, and rows of the size that a real
/// instance had, but runs nothing between. Whatever the engine needs beyond this is its own.
/// </summary>
internal sealed class BareSql(Database database, BenchEngine engine, Action<BareSql.Batch, WorkItem, LoadedWave> write)
{
    private readonly UuidV7Source _ids = new(TimeProvider.System);

    /// <summary>Works until nothing is due, with as many batches at a time as the engine has.</summary>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, engine.Options.ConcurrentBatches).Select(_ => Task.Run(() => LoopAsync(ct), ct)));

    private async Task LoopAsync(CancellationToken ct)
    {
        while (await engine.Queue.ClaimBurstsAsync(engine.Options.BatchSize, ct) is { Count: > 0 } items)
        {
            await using var transaction = await BurstTransaction.BeginAsync(database, engine.Options.Lease, ct);
            var wave = await WaveLoader.LoadAsync(transaction, items, TimeProvider.System.GetUtcNow(), ct);
            var batch = new Batch(_ids);
            foreach (var item in items)
            {
                write(batch, item, wave);
            }

            await batch.SendAsync(transaction, ct);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>What the bursts of a batch write.</summary>
    internal sealed class Batch(IIdSource ids)
    {
        public QueueEnds Ends { get; } = new();

        public InstanceUpdates Updates { get; } = new();

        public BookmarkRows Bookmarks { get; } = new();

        public JournalRows Journals { get; } = new(ids);

        public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

        public void Write(WorkItem item, InstanceRow row, Template template, WorkflowSubStatus status)
        {
            Ends.Add(item);
            Updates.Add(row, row.CorrelationId, name: null, status, isFinished: status == WorkflowSubStatus.Finished, template.State, Now);
            Journals.Add(row.TenantId, row.Id, Now, template.Journal);
        }

        public async Task SendAsync(BurstTransaction transaction, CancellationToken ct)
        {
            var expected = new List<Expected>();
            await using var batch = transaction.AsEngine();
            Ends.AddTo(batch, expected);
            Updates.AddTo(batch, expected);
            Bookmarks.AddTo(batch);
            Journals.AddTo(batch);
            await batch.ExecuteNonQueryAsync(ct);
            expected.ForEach(e => e.Check());
        }
    }
}
