using AgentIQ.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Retention;

/// <summary>
/// Removes old trial runs. What still runs is asked to be cancelled and goes in a later round, when its last burst is over; unlike with
/// real instances, neither an open incident nor dead work keeps one.
/// </summary>
internal sealed class SandboxRetention(Database database, WorkflowOptions options, IIdSource ids, IServiceScopeFactory services)
{
    private const string RunningSql =
        """
        SELECT i.tenant_id, i.id
        FROM agentiq.workflow_instances i
        WHERE i.is_sandbox AND i.created_at <= $1 AND i.finished_at IS NULL
          AND NOT EXISTS (SELECT FROM agentiq.workflow_queue q WHERE q.lane = i.lane AND q.instance_id = i.id AND q.kind = 'cancel')
        LIMIT $2
        """;

    private const string CancelSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, due_at)
        SELECT i.tenant_id, w.work_id, i.lane, 'cancel', i.id, $4
        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS w (tenant_id, id, work_id)
        JOIN agentiq.workflow_instances i ON i.tenant_id = w.tenant_id AND i.id = w.id
        """;

    private const string EndedSql =
        """
        WITH old AS (
            SELECT i.tenant_id, i.id, i.lane
            FROM agentiq.workflow_instances i
            WHERE i.is_sandbox AND i.created_at <= $1 AND i.finished_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM agentiq.workflow_queue q WHERE q.lane = i.lane AND q.instance_id = i.id AND NOT q.is_dead)
            LIMIT $2
            FOR UPDATE OF i SKIP LOCKED
        ), incidents AS (
            DELETE FROM agentiq.workflow_incidents n USING old WHERE n.tenant_id = old.tenant_id AND n.instance_id = old.id
        ), tasks AS (
            DELETE FROM agentiq.workflow_tasks t USING old WHERE t.tenant_id = old.tenant_id AND t.instance_id = old.id
        ), stimuli AS (
            DELETE FROM agentiq.workflow_signals s USING old WHERE s.tenant_id = old.tenant_id AND s.instance_id = old.id
        ), effects AS (
            DELETE FROM agentiq.workflow_effects e USING old WHERE e.tenant_id = old.tenant_id AND e.instance_id = old.id AND e.is_sandbox
        ), dead AS (
            DELETE FROM agentiq.workflow_queue q USING old WHERE q.tenant_id = old.tenant_id AND q.lane = old.lane AND q.instance_id = old.id AND q.is_dead
        )
        DELETE FROM agentiq.workflow_instances i USING old WHERE i.tenant_id = old.tenant_id AND i.id = old.id
        RETURNING i.tenant_id, i.correlation_id
        """;

    private const string ForgottenSql =
        """
        SELECT DISTINCT c FROM unnest($2::text[]) AS c
        WHERE NOT EXISTS (SELECT FROM agentiq.workflow_instances i WHERE i.tenant_id = $1 AND i.correlation_id = c)
        """;

    /// <returns>How many instances went.</returns>
    public async Task<long> RemoveAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (options.Retention.SandboxRuns is not { } kept)
        {
            return 0;
        }

        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        while (await CancelAsync(connection, now - kept, now, ct))
        {
        }

        for (long total = 0; ;)
        {
            var count = await RemoveEndedAsync(connection, now - kept, ct);
            total += count;
            if (count < options.Retention.BatchSize)
            {
                return total;
            }
        }
    }

    private async Task<int> RemoveEndedAsync(NpgsqlConnection connection, DateTimeOffset before, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var removed = new List<(Guid TenantId, string? CorrelationId)>();
        await using (var command = Sql.Command(connection, EndedSql, before, options.Retention.BatchSize))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                removed.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
            }
        }

        foreach (var tenant in removed.Where(r => r.CorrelationId is not null).GroupBy(r => r.TenantId, r => r.CorrelationId!))
        {
            await TellAsync(connection, tenant.Key, [.. tenant], ct);
        }

        await transaction.CommitAsync(ct);
        return removed.Count;
    }

    private async Task TellAsync(NpgsqlConnection connection, Guid tenantId, string[] correlations, CancellationToken ct)
    {
        var scope = await TenantScope.EnterAsync(connection, tenantId, ct);
        var forgotten = new List<string>();
        await using (var command = Sql.Command(connection, ForgottenSql, tenantId, correlations))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                forgotten.Add(reader.GetString(0));
            }
        }

        if (forgotten.Count > 0)
        {
            await using var observers = services.CreateAsyncScope();
            foreach (var observer in observers.ServiceProvider.GetServices<ISandboxObserver>().Reverse())
            {
                await observer.OnRemovedAsync(scope, forgotten, ct);
            }
        }

        await scope.LeaveAsync(ct);
    }

    /// <summary>True when there may be more.</summary>
    private async Task<bool> CancelAsync(NpgsqlConnection connection, DateTimeOffset before, DateTimeOffset now, CancellationToken ct)
    {
        var (tenants, instances) = (new List<Guid>(), new List<Guid>());
        await using (var running = Sql.Command(connection, RunningSql, before, options.Retention.BatchSize))
        await using (var reader = await running.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                tenants.Add(reader.GetGuid(0));
                instances.Add(reader.GetGuid(1));
            }
        }

        if (instances.Count > 0)
        {
            await using var cancel = Sql.Command(connection, CancelSql, tenants, instances, instances.ConvertAll(_ => ids.Next()), now);
            await cancel.ExecuteNonQueryAsync(ct);
        }

        return instances.Count == options.Retention.BatchSize;
    }
}
