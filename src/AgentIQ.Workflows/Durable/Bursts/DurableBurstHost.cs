using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// A burst inside a transaction. Normally nothing is protected: a step that wrote and failed undoes the whole burst. The burst is then
/// run again alone and carefully, each activity under a savepoint, so that only the failing one is undone and becomes an incident.
/// </summary>
internal sealed class DurableBurstHost(AsyncServiceScope services, TimeProvider time, IIdSource ids, TenantScope scope, bool isCareful, bool isLastAttempt)
    : BurstHost(time, ids)
{
    private bool _hasSavepoint;

    public override IServiceProvider Services => services.ServiceProvider;

    public override TenantScope Scope => scope;

    public override async ValueTask ProtectAsync(ActivityExecution execution, CancellationToken ct)
    {
        if (isCareful)
        {
            await ExecuteAsync(_hasSavepoint ? "RELEASE SAVEPOINT step; SAVEPOINT step" : "SAVEPOINT step", ct);
            _hasSavepoint = true;
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

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static bool IsTransient(Exception error) =>
        error.GetBaseException() is NpgsqlException { IsTransient: true } or TimeoutException;
}
