using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Effects;

/// <summary>What was asked of the outside and what came of it.</summary>
internal sealed class EffectLedger(Database database, WorkflowOptions options, IIdSource ids, TimeProvider time)
{
    private const string FindSql =
        """
        SELECT idempotency_key, instance_id, activity_type, correlation_id, request, state, attempts, result, is_sandbox
        FROM agentiq.workflow_effects WHERE tenant_id = $1 AND id = $2
        """;

    // The owner's row is written, so that a lease that passes on at this moment waits for this to be decided, and that a lease which has not
    // passed on is whole again when the attempt begins.
    private const string AttemptSql =
        """
        WITH mine AS (
            UPDATE agentiq.workflow_queue SET lease_until = clock_timestamp() + $6 WHERE tenant_id = $1 AND id = $3 AND token = $4
            RETURNING id
        )
        UPDATE agentiq.workflow_effects e SET state = 'running', attempts = attempts + 1, updated_at = $5
        FROM mine
        WHERE e.tenant_id = $1 AND e.id = $2
        RETURNING attempts
        """;

    private const string FenceSql = "DELETE FROM agentiq.workflow_queue WHERE tenant_id = $1 AND id = $2 AND token = $3";

    private const string RecordSql = "UPDATE agentiq.workflow_effects SET state = $3, result = $4, updated_at = $5 WHERE tenant_id = $1 AND id = $2";

    private const string ReportSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
        SELECT tenant_id, $2, lane, 'effect_done', id, $4, $5 FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $3
        """;

    public Task<LedgerEntry> FindAsync(Guid tenantId, Guid ledgerId, CancellationToken ct) =>
        database.InTenantAsync(tenantId, scope => FindAsync(scope, ledgerId, ct), ct);

    /// <summary>Counts an attempt before it is made, and gives it a whole lease. Null: the work has another owner by now.</summary>
    public Task<int?> BeginAttemptAsync(WorkItem item, Guid ledgerId, CancellationToken ct) => database.InTenantAsync(item.TenantId, async scope =>
    {
        await using var command = Sql.Command(scope.Connection, AttemptSql, item.TenantId, ledgerId, item.Id, item.Token, time.GetUtcNow(), options.Lease);
        return await command.ExecuteScalarAsync(ct) as int?;
    }, ct);

    /// <summary>Records the result and has the instance go on, at once or not at all. False: the work has another owner by now.</summary>
    public async Task<bool> RecordAsync(WorkItem item, EffectPayload effect, Guid instanceId, EffectResult? result, CancellationToken ct)
    {
        await using var transaction = await database.BeginAsync(item.TenantId, ct);
        var now = time.GetUtcNow();
        await using var batch = new NpgsqlBatch(transaction.Scope.Connection);
        var fence = batch.Add(FenceSql, item.TenantId, item.Id, item.Token);
        if (result is not null)
        {
            batch.Add(RecordSql, item.TenantId, effect.LedgerId, result.Succeeded ? "done" : "failed", Payload.Write(result), now);
        }

        batch.Add(ReportSql, item.TenantId, ids.Next(), instanceId, Payload.Write(effect), now);
        await batch.ExecuteNonQueryAsync(ct);
        if (fence.RecordsAffected != 1)
        {
            return false;
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<LedgerEntry> FindAsync(TenantScope scope, Guid ledgerId, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, FindSql, scope.TenantId, ledgerId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            throw new InvalidOperationException($"Effect {ledgerId} is not in the ledger.");
        }

        return new LedgerEntry(
            reader.GetString(0), reader.GetGuid(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3),
            JsonSerializer.Deserialize<JsonElement>(reader.GetString(4)), reader.GetString(5), reader.GetInt32(6),
            reader.IsDBNull(7) ? null : JsonSerializer.Deserialize<EffectResult>(reader.GetString(7), WorkflowJson.Options),
            reader.GetBoolean(8));
    }
}

/// <summary>A row of the ledger.</summary>
internal sealed record LedgerEntry(
    string IdempotencyKey, Guid InstanceId, string ActivityType, string? CorrelationId, JsonElement Request, string State, int Attempts, EffectResult? Result,
    bool IsSandbox);
