using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>What a burst needs from whoever runs it: services, time, ids, and a transaction where there is one.</summary>
internal abstract class BurstHost(TimeProvider time, IIdSource ids)
{
    public abstract IServiceProvider Services { get; }

    public TimeProvider Time { get; } = time;

    public IIdSource Ids { get; } = ids;

    /// <summary>Steps after which a burst is cut, so that an endless loop cannot hold the transaction. The rest is queued.</summary>
    public virtual int MaxSteps { get; init; } = 10_000;

    /// <summary>How flowcharts join branches when neither the run nor the definition says so.</summary>
    public FlowchartMode FlowchartMode { get; init; } = FlowchartMode.Counter;

    /// <summary>The burst's transaction.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public virtual TenantScope Scope => throw new InvalidOperationException("The workflow runs in memory, where there is no database. An activity that needs one can only be tried on a durable instance.");

    /// <summary>Called when an activity has written a line, at once: bursts inside a burst write theirs in between.</summary>
    public virtual void LineWritten(string text)
    {
    }

    /// <summary>Called before an activity that may write.</summary>
    public virtual ValueTask ProtectAsync(ActivityExecution execution, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>Called when an activity failed after it was given the transaction. Undoes what it wrote, or throws to have the burst run again.</summary>
    public virtual ValueTask UndoAsync(ActivityExecution execution, Exception error, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>The version that a new instance of a definition runs on: the tenant's own published one, else the platform's. Null: none is published.</summary>
    public virtual ValueTask<CompiledWorkflow?> FindPublishedAsync(string definitionId, CancellationToken ct) => ValueTask.FromResult<CompiledWorkflow?>(null);

    /// <summary>The running instance of the same world beside which the workflow's activation strategy allows no new one. Null: it may begin. Never asked for Always.</summary>
    public virtual ValueTask<Guid?> FindRivalAsync(CompiledWorkflow workflow, string? correlationId, bool inSandbox, CancellationToken ct) => ValueTask.FromResult<Guid?>(null);
}
