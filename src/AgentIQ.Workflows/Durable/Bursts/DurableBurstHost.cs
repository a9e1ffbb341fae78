using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable.Children;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// A burst inside a transaction. Normally nothing is protected: a step that wrote and failed undoes the whole burst. The burst is then
/// run again carefully, each activity under a savepoint, so that only the failing one is undone and becomes an incident.
/// </summary>
internal sealed class DurableBurstHost(
    IServiceScopeFactory services, TimeProvider time, IIdSource ids, BurstTransaction transaction, WorkflowCatalog catalog, Guid tenantId, bool isSandbox, bool isCareful, bool isLastAttempt)
    : BurstHost(time, ids), IAsyncDisposable
{
    private AsyncServiceScope? _services;
    private bool _hasSavepoint;

    public override IServiceProvider Services => (_services ??= services.CreateAsyncScope()).ServiceProvider;

    public override TenantScope Scope => transaction.Enter(tenantId, isSandbox);

    public override async ValueTask ProtectAsync(ActivityExecution execution, CancellationToken ct)
    {
        if (isCareful)
        {
            await ExecuteAsync(_hasSavepoint ? "RELEASE SAVEPOINT step; SAVEPOINT step" : "SAVEPOINT step", ct);
            _hasSavepoint = true;
        }
        else if (execution.Node.Descriptor.TouchesScope)
        {
            await transaction.EnterAsync(tenantId, isSandbox, ct);
        }
    }

    public override async ValueTask UndoAsync(ActivityExecution execution, Exception error, CancellationToken ct)
    {
        if (!isCareful || (IsTransient(error) && !isLastAttempt))
        {
            throw new RepeatBurstException(error);
        }

        await ExecuteAsync("ROLLBACK TO SAVEPOINT step", ct);
    }

    public override async ValueTask<Guid?> FindRivalAsync(CompiledWorkflow workflow, string? correlationId, bool inSandbox, CancellationToken ct) =>
        await ActivationGate.FindRivalAsync(await transaction.ForReadingAsync(ct), tenantId, workflow, correlationId, inSandbox, ct);

    public override ValueTask<CompiledWorkflow?> FindPublishedAsync(string definitionId, CancellationToken ct) =>
        catalog.FindPublishedAsync(transaction, tenantId, definitionId, ct);

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        var scope = await transaction.EnterAsync(tenantId, isSandbox, ct);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static bool IsTransient(Exception error) =>
        error.GetBaseException() is NpgsqlException { IsTransient: true } or TimeoutException;
}
