using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Incidents;
using AgentIQ.Workflows.Durable.Monitoring;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Instances;

/// <summary>Checks what people want to write into variables and turns it into a row of the queue.</summary>
internal sealed class VariableDesk(InstanceStates states, IIdSource ids, TimeProvider time, WorkBell bell)
{
    private const string AskSql =
        $"""
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
        SELECT tenant_id, $2, lane, '{WorkKind.Variables}', id, $4, $5 FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $3
        """;

    private const string PendingSql =
        $"""
        SELECT EXISTS (
            SELECT FROM agentiq.workflow_instances i
            JOIN agentiq.workflow_queue q ON q.lane = i.lane AND q.tenant_id = i.tenant_id AND q.instance_id = i.id
            WHERE i.tenant_id = $1 AND i.id = $2 AND q.kind = '{WorkKind.Variables}' AND NOT q.is_dead)
        """;

    public async Task<bool> AskAsync(TenantScope scope, Guid instanceId, IReadOnlyDictionary<string, JsonElement> values, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        if (await InstanceHead.FindAsync(scope, instanceId, ct) is not { } head)
        {
            return false;
        }

        Check(head, await states.ReadAsync(scope, head, ct), values);
        var now = time.GetUtcNow();
        await using var batch = new NpgsqlBatch(scope.Connection);
        batch.Add(AskSql, scope.TenantId, ids.Next(), instanceId, Payload.Write(new VariablesPayload(values.ToDictionary(), actor)), now);
        IncidentActions.Record(batch, scope.TenantId, ids.Next(), new IncidentAction(IncidentActions.SetVariables, instanceId, null, null, string.Join(", ", values.Keys), actor, now));
        await batch.ExecuteNonQueryAsync(ct);
        bell.RingAfter(scope);
        return true;
    }

    public static async Task<bool> IsPendingAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, PendingSql, scope.TenantId, instanceId);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static void Check(InstanceHead head, WorkflowInstance instance, IReadOnlyDictionary<string, JsonElement> values)
    {
        if (head.SubStatus != WorkflowSubStatus.Suspended)
        {
            throw new InstanceRefusedException($"Variables can be changed while an instance waits; this one is {head.SubStatus}.");
        }

        var problems = VariableChanges.Apply(instance, values);
        if (problems.Count > 0)
        {
            throw new InstanceRefusedException(string.Join(' ', problems));
        }
    }
}
