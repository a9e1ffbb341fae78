using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Expressions;
using Npgsql;

namespace AgentIQ.Workflows.Durable;

/// <summary>Writes requests into the queue, in the caller's transaction.</summary>
internal sealed class WorkflowClient(IIdSource ids, TimeProvider time, WorkBell bell) : IWorkflows
{
    private const string StartSql =
        """
        WITH version AS (
            SELECT definition_id, version_id, version,
                   CASE
                       WHEN $10 OR activation = 'CorrelatedSingleton' THEN definition_id || ':' || coalesce($4::text, '')
                       WHEN activation = 'Singleton' THEN definition_id
                       WHEN activation = 'Correlation' THEN 'correlation:' || coalesce($4::text, '')
                   END AS singleton_key
            FROM agentiq.workflow_published
            WHERE definition_id = $3 AND (tenant_id = $1 OR tenant_id IS NULL)
        ), instance AS (
            INSERT INTO agentiq.workflow_instances
                (tenant_id, id, definition_id, version_id, version, lane, correlation_id, sub_status, idempotency_key, singleton_key, created_at, updated_at)
            SELECT $1, $2, definition_id, version_id, version, agentiq.workflow_lane($1, coalesce($4::text, $2::text)), $4, 'Pending', $5, singleton_key, $6, $6
            FROM version
            ON CONFLICT DO NOTHING
            RETURNING id, lane
        ), queued AS (
            INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
            SELECT $1, $7, lane, 'start', id, $8, $9 FROM instance
        )
        SELECT (SELECT count(*) FROM version), (SELECT id FROM instance), (SELECT singleton_key FROM version)
        """;

    private const string ExistingSql =
        """
        SELECT id FROM agentiq.workflow_instances
        WHERE tenant_id = $1 AND (idempotency_key = $2 OR singleton_key = $3)
        ORDER BY id LIMIT 1
        """;

    private const string SignalSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, payload, due_at)
        VALUES ($1, $2,
                coalesce((SELECT lane FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $3),
                         agentiq.workflow_lane($1, coalesce($4::text, $3::text, $2::text))),
                'signal', $5, $6)
        """;

    private const string ForInstanceSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
        SELECT tenant_id, $2, lane, $4, id, $5, $6 FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $3
        """;

    private const string ReviveSql =
        """
        WITH incident AS (
            UPDATE agentiq.workflow_incidents SET resolved_at = $3
            WHERE tenant_id = $1 AND id = $2 AND queue_id IS NOT NULL AND resolved_at IS NULL
            RETURNING queue_id
        )
        UPDATE agentiq.workflow_queue q SET is_dead = false, attempts = 0, due_at = $3
        FROM incident WHERE q.tenant_id = $1 AND q.id = incident.queue_id
        """;

    public Task<Guid> StartAsync(TenantScope scope, StartWorkflow start, CancellationToken ct) => StartAsync(scope, start, stimulus: null, ct);

    /// <summary>Starts what a stimulus triggers.</summary>
    public Task StartOnStimulusAsync(TenantScope scope, string definitionId, Stimulus stimulus, CancellationToken ct) =>
        StartAsync(scope, new StartWorkflow(definitionId, stimulus.CorrelationId), stimulus, ct);

    public async Task SignalAsync(TenantScope scope, Stimulus stimulus, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        AddSignal(batch, scope.TenantId, stimulus, time.GetUtcNow());
        await batch.ExecuteNonQueryAsync(ct);
        bell.Ring();
    }

    public void AddSignal(NpgsqlBatch batch, Guid tenantId, Stimulus stimulus, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(stimulus.Name))
        {
            throw new ArgumentException("A stimulus needs a name.", nameof(stimulus));
        }

        batch.Add(SignalSql, tenantId, ids.Next(), stimulus.InstanceId, stimulus.CorrelationId, Payload.Write(stimulus), now);
    }

    public async Task CancelAsync(TenantScope scope, Guid instanceId, CancellationToken ct) =>
        await ForInstanceAsync(scope, instanceId, WorkKind.Cancel, payload: null, ct);

    public async Task RetryIncidentAsync(TenantScope scope, Guid incidentId, CancellationToken ct)
    {
        await using (var revive = Sql.Command(scope.Connection, ReviveSql, scope.TenantId, incidentId, time.GetUtcNow()))
        {
            if (await revive.ExecuteNonQueryAsync(ct) == 1)
            {
                bell.Ring();
                return;
            }
        }

        await using var find = Sql.Command(scope.Connection, "SELECT instance_id FROM agentiq.workflow_incidents WHERE tenant_id = $1 AND id = $2 AND resolved_at IS NULL", scope.TenantId, incidentId);
        if (await find.ExecuteScalarAsync(ct) is Guid instance)
        {
            await ForInstanceAsync(scope, instance, WorkKind.Retry, Payload.Write(new RetryPayload(incidentId)), ct);
        }
    }

    private async Task ForInstanceAsync(TenantScope scope, Guid instanceId, string kind, string? payload, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, ForInstanceSql, scope.TenantId, ids.Next(), instanceId, kind, payload, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
        bell.Ring();
    }

    private async Task<Guid> StartAsync(TenantScope scope, StartWorkflow start, Stimulus? stimulus, CancellationToken ct)
    {
        var input = start.Input?.ToDictionary(p => p.Key, p => JsonSerializer.SerializeToElement(PlainValue.From(p.Value), WorkflowJson.Options));
        var now = time.GetUtcNow();
        string? singletonKey;
        await using (var command = Sql.Command(
            scope.Connection, StartSql, scope.TenantId, ids.Next(), start.DefinitionId, start.CorrelationId, start.IdempotencyKey, now,
            ids.Next(), Payload.Write(new StartPayload(input, stimulus)), start.DueAt ?? now, start.Singleton))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            if (reader.GetInt64(0) == 0)
            {
                throw new WorkflowNotFoundException(start.DefinitionId);
            }

            if (!reader.IsDBNull(1))
            {
                bell.Ring();
                return reader.GetGuid(1);
            }

            singletonKey = reader.IsDBNull(2) ? null : reader.GetString(2);
        }

        await using var existing = Sql.Command(scope.Connection, ExistingSql, scope.TenantId, start.IdempotencyKey, singletonKey);
        return await existing.ExecuteScalarAsync(ct) is Guid id
            ? id
            : await StartAsync(scope, start, stimulus, ct); // The other one ended in between.
    }
}
