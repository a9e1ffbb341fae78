using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Effects;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Commits the intents of a burst. A key that is in the ledger already is the same effect: what is done stays done and is only reported
/// again; what has failed is tried again from the beginning.
/// </summary>
internal static class EffectStatements
{
    private const string IntendSql =
        """
        WITH intent AS (
            INSERT INTO agentiq.workflow_effects AS e
                (tenant_id, id, idempotency_key, instance_id, activity_id, activity_type, correlation_id, request, state, created_at, updated_at, is_sandbox)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'intended', $9, $9, $12)
            ON CONFLICT (tenant_id, idempotency_key) DO UPDATE
            SET state    = CASE e.state WHEN 'failed' THEN 'running' ELSE e.state END,
                attempts = CASE e.state WHEN 'failed' THEN 0 ELSE e.attempts END,
                updated_at = excluded.updated_at
            RETURNING id
        )
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
        SELECT $1, $10, agentiq.workflow_lane($1, 'effect:' || $3), 'effect', $4, (jsonb_build_object('ledgerId', id, 'waiterId', $2) || coalesce($11::jsonb, '{}'))::text, $9
        FROM intent
        """;

    public static void Add(NpgsqlBatch batch, WorkflowInstance instance, Burst burst, IIdSource ids)
    {
        foreach (var effect in burst.NewEffects)
        {
            var node = effect.Execution.Node;
            batch.Add(
                IntendSql, instance.TenantId, effect.Id, instance.LedgerKey(effect.Intent!.IdempotencyKey), instance.Id, node.Id, node.Descriptor.TypeName, instance.CorrelationId,
                effect.Intent.Request.GetRawText(), burst.Now, ids.Next(), EffectSettings.Of(effect), instance.IsSandbox);
        }
    }
}
