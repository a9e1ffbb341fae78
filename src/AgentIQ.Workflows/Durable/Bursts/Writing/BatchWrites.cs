using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Everything that the bursts of a wave write, gathered column by column and sent in one round trip: a handful of statements for all
/// of them, as the engine, who sees the rows of every tenant.
/// </summary>
internal sealed class BatchWrites(IIdSource ids)
{
    private readonly QueueEnds _ends = new();
    private readonly InstanceUpdates _updates = new();
    private readonly InstanceRows _children = new();
    private readonly BookmarkRows _bookmarks = new();
    private readonly StimulusEnds _stimulusEnds = new();
    private readonly JournalRows _journals = new(ids);
    private readonly List<NpgsqlBatchCommand> _statements = [];

    /// <summary>Timers that are not armed any more.</summary>
    public TimerEnds Disarmed { get; } = new();

    /// <summary>Further work.</summary>
    public QueueRows Queue { get; } = new(ids);

    /// <summary>Tenants and their instances that bursts changed.</summary>
    public List<(Guid TenantId, Guid InstanceId)> Changed { get; } = [];

    /// <summary>Whether anything can be done when this is committed.</summary>
    public bool HasFollowUps => Queue.Count > 0 || _statements.Count > 0;

    /// <summary>The work is done.</summary>
    public void End(WorkItem item) => _ends.Add(item);

    /// <summary>The stimulus is not waiting any more.</summary>
    public void EndStimulus(Guid tenantId, Guid id) => _stimulusEnds.Add(tenantId, id);

    /// <summary>Statements that are not written for many bursts at once.</summary>
    public void Add(NpgsqlBatch statements) => _statements.AddRange(statements.BatchCommands);

    public void Add(NpgsqlBatchCommand statement) => _statements.Add(statement);

    /// <summary>What a burst changed. Cannot fail.</summary>
    public void Add(BurstResult result)
    {
        var (loaded, burst, state, journal, statements) = result;
        var instance = loaded.Instance;
        Changed.Add((instance.TenantId, instance.Id));
        if (loaded.Row is { } row)
        {
            _updates.Add(row, instance, state, burst.Now);
        }
        else
        {
            _children.Add(instance, state, burst.Now);
        }

        if (journal is not null)
        {
            _journals.Add(instance.TenantId, instance.Id, burst.Now, journal);
        }

        BookmarkChanges.Add(loaded, burst.Now, _bookmarks, Disarmed, Queue, _statements);
        if (instance.Scheduled.Count > 0)
        {
            Queue.Add(instance.TenantId, loaded.Lane, WorkKind.Continue, instance.Id, bookmark: null, payload: null, burst.Now);
        }

        Add(statements);
    }

    /// <exception cref="FencedException">Something of it belongs to another owner.</exception>
    public async Task SendAsync(BurstTransaction transaction, CancellationToken ct)
    {
        var expected = new List<Expected>();
        await using var batch = transaction.AsEngine();
        _ends.AddTo(batch, expected);
        _updates.AddTo(batch, expected);
        _stimulusEnds.AddTo(batch, expected);
        _children.AddTo(batch);
        _bookmarks.AddTo(batch);
        Disarmed.AddTo(batch);
        _journals.AddTo(batch);
        Queue.AddTo(batch);
        _statements.ForEach(batch.BatchCommands.Add);
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(ct);
            expected.ForEach(e => e.Check());
        }
    }
}
