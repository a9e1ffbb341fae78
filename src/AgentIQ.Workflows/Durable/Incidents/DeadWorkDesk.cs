using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Incidents;

/// <summary>Has dead work done again, or gives it up for good.</summary>
internal sealed class DeadWorkDesk(IIdSource ids, TimeProvider time, WorkBell bell, IServiceScopeFactory services)
{
    private const string ReviveSql =
        """
        UPDATE agentiq.workflow_queue SET is_dead = false, attempts = 0, due_at = $3
        WHERE tenant_id = $1 AND id = $2 AND is_dead
        RETURNING instance_id, kind, error
        """;

    private const string DropSql = "DELETE FROM agentiq.workflow_queue WHERE tenant_id = $1 AND id = $2 AND is_dead RETURNING instance_id, kind, error";

    private const string ResolveSql =
        """
        UPDATE agentiq.workflow_incidents SET resolved_at = $4
        WHERE tenant_id = $1 AND instance_id = $2 AND queue_id = $3 AND resolved_at IS NULL
        RETURNING id, definition_id, correlation_id, EXISTS (SELECT FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $2 AND is_sandbox)
        """;

    private const string CancelSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, due_at)
        SELECT tenant_id, $3, lane, 'cancel', id, $4 FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $2
        """;

    /// <summary>False when there is no dead work of that id.</summary>
    public Task<bool> RetryAsync(TenantScope scope, Guid queueId, string actor, CancellationToken ct) =>
        ActAsync(scope, queueId, IncidentActions.RetryWork, ReviveSql, actor, ct, time.GetUtcNow());

    /// <summary>False when there is no dead work of that id.</summary>
    public Task<bool> DropAsync(TenantScope scope, Guid queueId, string actor, CancellationToken ct) =>
        ActAsync(scope, queueId, IncidentActions.DropWork, DropSql, actor, ct);

    private async Task<bool> ActAsync(TenantScope scope, Guid queueId, string action, string sql, string actor, CancellationToken ct, params object?[] more)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        var now = time.GetUtcNow();
        if (await TakeAsync(scope, queueId, sql, more, ct) is not { } work)
        {
            return false;
        }

        await using (var batch = new NpgsqlBatch(scope.Connection))
        {
            IncidentActions.Record(batch, scope.TenantId, ids.Next(), new IncidentAction(action, work.InstanceId, null, queueId, $"{work.Kind}: {work.Error}", actor, now));
            if (action == IncidentActions.DropWork && work.InstanceId is not null && IsIndispensable(work.Kind))
            {
                batch.Add(CancelSql, scope.TenantId, work.InstanceId, ids.Next(), now);
            }

            await batch.ExecuteNonQueryAsync(ct);
        }

        await ResolveAsync(scope, work, queueId, now, ct);
        bell.RingAfter(scope);
        return true;
    }

    /// <summary>Nothing else would ever move the instance again.</summary>
    private static bool IsIndispensable(string kind) => kind is WorkKind.Start or WorkKind.Continue or WorkKind.Timer or WorkKind.Effect or WorkKind.EffectDone;

    private static async Task<Work?> TakeAsync(TenantScope scope, Guid queueId, string sql, object?[] more, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, sql, [scope.TenantId, queueId, .. more]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new Work(reader.IsDBNull(0) ? null : reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2))
            : null;
    }

    private async Task ResolveAsync(TenantScope scope, Work work, Guid queueId, DateTimeOffset now, CancellationToken ct)
    {
        if (work.InstanceId is not { } instance)
        {
            return;
        }

        var resolved = new List<(Guid Incident, InstanceReference Instance)>();
        await using (var command = Sql.Command(scope.Connection, ResolveSql, scope.TenantId, instance, queueId, now))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                resolved.Add((reader.GetGuid(0), new InstanceReference(instance, reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)) { IsSandbox = reader.GetBoolean(3) }));
            }
        }

        await using var observers = services.CreateAsyncScope();
        foreach (var (incident, reference) in resolved)
        {
            foreach (var observer in observers.ServiceProvider.GetServices<IInstanceObserver>())
            {
                await observer.OnIncidentResolvedAsync(scope, reference, incident, ct);
            }
        }
    }

    private sealed record Work(Guid? InstanceId, string Kind, string? Error);
}
