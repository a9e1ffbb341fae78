using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Execution;

/// <summary>What a burst needs from whoever runs it: services, time, ids, and a transaction where there is one.</summary>
internal abstract class BurstHost(TimeProvider time, IIdSource ids)
{
    public abstract IServiceProvider Services { get; }

    public TimeProvider Time { get; } = time;

    public IIdSource Ids { get; } = ids;

    /// <summary>Steps after which a burst is cut, so that an endless loop cannot hold the transaction. The rest is queued.</summary>
    public int MaxSteps { get; init; } = 10_000;

    /// <summary>The burst's transaction.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public virtual TenantScope Scope => throw new InvalidOperationException("The workflow runs in memory, where there is no database. An activity that needs one can only be tried on a durable instance.");

    /// <summary>Called before an activity that may write.</summary>
    public virtual ValueTask ProtectAsync(ActivityExecution execution, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>Called when an activity failed after it was given the transaction. Undoes what it wrote, or throws to have the burst run again.</summary>
    public virtual ValueTask UndoAsync(ActivityExecution execution, Exception error, CancellationToken ct) => ValueTask.CompletedTask;
}
