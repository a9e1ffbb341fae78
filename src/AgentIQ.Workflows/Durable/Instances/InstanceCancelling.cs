using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Incidents;
using AgentIQ.Workflows.Durable.Queue;

namespace AgentIQ.Workflows.Durable.Instances;

/// <summary>Asks to cancel many instances in one statement, each with the record of who asked.</summary>
internal sealed class InstanceCancelling(IIdSource ids, TimeProvider time, WorkBell bell)
{
    private const string AskSql =
        $"""
        WITH running AS (
            SELECT i.tenant_id, i.id, i.lane, asked.queue_id, asked.action_id
            FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS asked (id, queue_id, action_id)
            JOIN agentiq.workflow_instances i ON i.tenant_id = $1 AND i.id = asked.id
            WHERE i.finished_at IS NULL
        ), queued AS (
            INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, due_at)
            SELECT tenant_id, queue_id, lane, '{WorkKind.Cancel}', id, $6 FROM running
        )
        INSERT INTO agentiq.workflow_actions (tenant_id, id, action, instance_id, actor, acted_at)
        SELECT tenant_id, action_id, '{IncidentActions.Cancel}', id, $5, $6 FROM running
        """;

    public async Task<int> AskAsync(TenantScope scope, IReadOnlyCollection<Guid> instanceIds, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        Guid[] wanted = [.. instanceIds.Distinct()];
        await using var command = Sql.Command(
            scope.Connection, AskSql, scope.TenantId, wanted, Array.ConvertAll(wanted, _ => ids.Next()), Array.ConvertAll(wanted, _ => ids.Next()), actor, time.GetUtcNow());
        var count = await command.ExecuteNonQueryAsync(ct);
        bell.RingAfter(scope);
        return count;
    }
}
