using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Incidents;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Instances;

/// <summary>Removes instances that have ended, with everything that is theirs alone.</summary>
internal sealed class InstanceRemoval(IIdSource ids, TimeProvider time)
{
    // What a worker holds is left: it would write for an instance that is no more. Its lease ends soon.
    private const string LockSql =
        """
        SELECT i.id, i.definition_id, i.correlation_id
        FROM agentiq.workflow_instances i
        WHERE i.tenant_id = $1 AND i.id = ANY ($2) AND i.finished_at IS NOT NULL
          AND NOT EXISTS (
              SELECT FROM agentiq.workflow_queue q WHERE q.lane = i.lane AND q.instance_id = i.id AND q.lease_until >= clock_timestamp())
        ORDER BY i.id
        FOR UPDATE OF i
        """;

    private const string QueueSql =
        """
        DELETE FROM agentiq.workflow_queue q USING agentiq.workflow_instances i
        WHERE i.tenant_id = $1 AND i.id = ANY ($2) AND q.lane = i.lane AND q.tenant_id = i.tenant_id AND q.instance_id = i.id
        """;

    private static readonly string[] Tables = ["workflow_bookmarks", "workflow_signals", "workflow_tasks", "workflow_incidents"];

    public async Task<int> RemoveAsync(TenantScope scope, IReadOnlyCollection<Guid> instanceIds, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        var (ended, records) = await LockAsync(scope, [.. instanceIds], actor, ct);
        if (ended.Length == 0)
        {
            return 0;
        }

        await using var batch = new NpgsqlBatch(scope.Connection);
        batch.Add("SELECT agentiq.workflow_remove_journals($1)", [ended]);
        batch.Add(QueueSql, scope.TenantId, ended);
        foreach (var table in Tables)
        {
            batch.Add($"DELETE FROM agentiq.{table} WHERE tenant_id = $1 AND instance_id = ANY ($2)", scope.TenantId, ended);
        }

        batch.Add("DELETE FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = ANY ($2)", scope.TenantId, ended);
        records.ForEach(record => IncidentActions.Record(batch, scope.TenantId, ids.Next(), record));
        await batch.ExecuteNonQueryAsync(ct);
        return ended.Length;
    }

    private async Task<(Guid[] Ended, List<IncidentAction> Records)> LockAsync(TenantScope scope, Guid[] wanted, string actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var records = new List<IncidentAction>();
        await using var command = Sql.Command(scope.Connection, LockSql, scope.TenantId, wanted);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var about = reader.IsDBNull(2) ? reader.GetString(1) : $"{reader.GetString(1)}, {reader.GetString(2)}";
            records.Add(new IncidentAction(IncidentActions.Delete, reader.GetGuid(0), IncidentId: null, QueueId: null, about, actor, now));
        }

        return ([.. records.Select(r => r.InstanceId!.Value)], records);
    }
}
