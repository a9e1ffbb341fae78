using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Children;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using Npgsql;

namespace AgentIQ.Workflows.Durable;

/// <summary>Writes requests into the queue, in the caller's transaction.</summary>
internal sealed class WorkflowClient(IIdSource ids, TimeProvider time, WorkBell bell) : IWorkflows
{
    private const string StartSql =
        """
        WITH version AS (
            SELECT definition_id, version_id, version, activation,
                   CASE
                       WHEN $10 OR activation = 'CorrelatedSingleton' THEN definition_id || ':' || coalesce($4::text, '')
                       WHEN activation = 'Singleton' THEN definition_id
                       WHEN activation = 'Correlation' THEN 'correlation:' || $4::text
                   END AS singleton_key
            FROM agentiq.workflow_published
            WHERE definition_id = $3 AND (tenant_id = $1 OR tenant_id IS NULL) AND ($12::text IS NULL OR version_id = $12)
        ), rival AS (
            -- Runs, and holds no such key: started under another strategy, or took the correlation later.
            SELECT i.id
            FROM version v
            JOIN agentiq.workflow_instances i ON i.tenant_id = $1 AND i.correlation_id = $4 AND i.finished_at IS NULL AND i.is_sandbox = $13
            WHERE v.singleton_key IS NOT NULL
              AND (v.activation = 'Correlation' OR (i.definition_id = v.definition_id AND ($10 OR v.activation = 'CorrelatedSingleton')))
            ORDER BY i.id LIMIT 1
        ), instance AS (
            INSERT INTO agentiq.workflow_instances
                (tenant_id, id, definition_id, version_id, version, lane, correlation_id, sub_status, idempotency_key, singleton_key, activation_key,
                 parent_instance_id, is_sandbox, created_at, updated_at)
            SELECT $1, $2, definition_id, version_id, version, agentiq.workflow_lane($1, coalesce($4::text, $2::text)), $4, 'Pending', $5, singleton_key, singleton_key,
                   $11, $13, $6, $6
            FROM version
            WHERE NOT EXISTS (SELECT FROM rival)
            ON CONFLICT DO NOTHING
            RETURNING id, lane
        ), queued AS (
            INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
            SELECT $1, $7, lane, 'start', id, $8, $9 FROM instance
        )
        SELECT (SELECT count(*) FROM version), (SELECT id FROM instance), (SELECT singleton_key FROM version), (SELECT id FROM rival)
        """;

    // A draft is no published version: whoever starts it has frozen it and names it.
    private static readonly string StartVersionSql = StartSql.Replace("FROM agentiq.workflow_published", "FROM agentiq.workflow_versions", StringComparison.Ordinal);

    private const string ExistingSql =
        """
        SELECT id FROM agentiq.workflow_instances
        WHERE tenant_id = $1 AND (id = $4 OR ((idempotency_key = $2 OR singleton_key = $3) AND is_sandbox = $5))
        ORDER BY id = $4 DESC NULLS LAST, idempotency_key = $2 DESC NULLS LAST, id LIMIT 1
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

    public async Task<Guid> StartAsync(TenantScope scope, StartWorkflow start, CancellationToken ct) => (await TryStartAsync(scope, start, ct)).InstanceId;

    public Task<StartResult> TryStartAsync(TenantScope scope, StartWorkflow start, CancellationToken ct) => TryStartAsync(scope, start, stimulus: null, ct);

    /// <summary>Starts what a burst asked for. A child that its parent counts on is never quietly left out.</summary>
    /// <exception cref="ActivationRefusedException">A child may not begin: another start came in between. The burst that asked runs again and sees it.</exception>
    public async Task StartFromBurstAsync(TenantScope scope, StartWorkflow start, CancellationToken ct)
    {
        var result = await TryStartAsync(scope, start, ct);
        if (!result.IsStarted && start.ParentInstanceId is not null && result.InstanceId != start.InstanceId)
        {
            throw new ActivationRefusedException(start.DefinitionId, "its own", result.InstanceId);
        }
    }

    /// <summary>Starts what a stimulus triggers.</summary>
    public Task StartOnStimulusAsync(TenantScope scope, string definitionId, Stimulus stimulus, CancellationToken ct) =>
        StartOnStimulusAsync(scope, new StartWorkflow(definitionId, stimulus.CorrelationId) { Sandbox = stimulus.Sandbox is true }, stimulus, ct);

    /// <summary>Starts an instance at the trigger that the stimulus names.</summary>
    public async Task<Guid> StartOnStimulusAsync(TenantScope scope, StartWorkflow start, Stimulus stimulus, CancellationToken ct) =>
        (await TryStartAsync(scope, start, stimulus, ct)).InstanceId;

    public Task SignalAsync(TenantScope scope, Stimulus stimulus, CancellationToken ct) => SignalAsync(scope, stimulus, time.GetUtcNow(), ct);

    public async Task SignalAsync(TenantScope scope, Stimulus stimulus, DateTimeOffset at, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        AddSignal(batch, scope.TenantId, stimulus, at);
        await batch.ExecuteNonQueryAsync(ct);
        bell.RingAfter(scope);
    }

    public void AddSignal(NpgsqlBatch batch, Guid tenantId, Stimulus stimulus, DateTimeOffset at)
    {
        if (string.IsNullOrEmpty(stimulus.Name))
        {
            throw new ArgumentException("A stimulus needs a name.", nameof(stimulus));
        }

        batch.Add(SignalSql, tenantId, ids.Next(), stimulus.InstanceId, stimulus.CorrelationId, Payload.Write(stimulus with { TraceParent = stimulus.TraceParent ?? WorkflowTelemetry.TraceParent }), at);
    }

    public async Task CancelAsync(TenantScope scope, Guid instanceId, CancellationToken ct) =>
        await ForInstanceAsync(scope, instanceId, WorkKind.Cancel, payload: null, ct);

    public async Task<bool> CompleteTaskAsync(TenantScope scope, Guid taskId, JsonElement? result, CancellationToken ct)
    {
        if (await TaskStore.CompleteAsync(scope, taskId, result, time.GetUtcNow(), ct) is not { } report)
        {
            return false;
        }

        await SignalAsync(scope, report, ct);
        return true;
    }

    /// <summary>Writes what a burst has for other instances and for the host, besides signals and starts.</summary>
    public void AddFamily(NpgsqlBatch batch, Burst burst)
    {
        foreach (var resolution in burst.Resolutions)
        {
            batch.Add(
                ForInstanceSql, burst.Instance.TenantId, ids.Next(), resolution.ParentInstanceId, WorkKind.Retry, Payload.Write(new RetryPayload(resolution.IncidentId)), burst.Now);
        }

        foreach (var task in burst.NewTasks)
        {
            TaskStore.Add(batch, burst.Instance, task, burst.Now);
        }
    }

    private async Task ForInstanceAsync(TenantScope scope, Guid instanceId, string kind, string? payload, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, ForInstanceSql, scope.TenantId, ids.Next(), instanceId, kind, payload, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
        bell.RingAfter(scope);
    }

    private async Task<StartResult> TryStartAsync(TenantScope scope, StartWorkflow start, Stimulus? stimulus, CancellationToken ct)
    {
        var input = start.Input?.ToDictionary(p => p.Key, p => JsonSerializer.SerializeToElement(PlainValue.From(p.Value), WorkflowJson.Options));
        var now = time.GetUtcNow();
        string? singletonKey;
        Guid? rival;
        await using (var command = Sql.Command(
            scope.Connection, start.VersionId is null ? StartSql : StartVersionSql, scope.TenantId, start.InstanceId ?? ids.Next(), start.DefinitionId, start.CorrelationId,
            start.IdempotencyKey, now, ids.Next(), Payload.Write(new StartPayload(input, stimulus) { Parent = ParentPayload.Of(start), TraceParent = WorkflowTelemetry.TraceParent }), start.DueAt ?? now, start.Singleton,
            start.ParentInstanceId, start.VersionId, start.Sandbox))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            if (reader.GetInt64(0) == 0)
            {
                throw new WorkflowNotFoundException(start.DefinitionId);
            }

            if (!reader.IsDBNull(1))
            {
                bell.RingAfter(scope);
                return new StartResult(reader.GetGuid(1), IsStarted: true);
            }

            singletonKey = reader.IsDBNull(2) ? null : reader.GetString(2);
            rival = reader.IsDBNull(3) ? null : reader.GetGuid(3);
        }

        await using var existing = Sql.Command(scope.Connection, ExistingSql, scope.TenantId, start.IdempotencyKey, singletonKey, start.InstanceId, start.Sandbox);
        return (await existing.ExecuteScalarAsync(ct) as Guid? ?? rival) is { } id
            ? new StartResult(id, IsStarted: false)
            : await TryStartAsync(scope, start, stimulus, ct); // The other one ended in between.
    }
}
