using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>The rows of schedules, and the row of the queue that each of them waits in.</summary>
internal sealed class ScheduleStore(IIdSource ids)
{
    private const string Columns = "id, definition_id, activity_id, kind, expression, time_zone, missed_runs, anchor_at, next_at";

    // In the order of their ids, so that two who lock several do not wait for each other.
    private const string OfDefinitionSql = $"SELECT {Columns} FROM agentiq.workflow_schedules WHERE tenant_id = $1 AND definition_id = $2 ORDER BY id FOR UPDATE";

    private const string FindSql = $"SELECT {Columns} FROM agentiq.workflow_schedules WHERE tenant_id = $1 AND id = $2 FOR UPDATE";

    private const string AddSql =
        """
        INSERT INTO agentiq.workflow_schedules
            (tenant_id, id, definition_id, activity_id, kind, expression, time_zone, missed_runs, anchor_at, next_at, version_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string KeepSql = "UPDATE agentiq.workflow_schedules SET version_id = $3 WHERE tenant_id = $1 AND id = ANY($2)";

    private const string MoveOnSql = "UPDATE agentiq.workflow_schedules SET last_at = next_at, next_at = $3 WHERE tenant_id = $1 AND id = $2";

    private const string ArmSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, payload, due_at)
        VALUES ($1, $2, agentiq.workflow_lane($1, 'schedule:' || $3::text), 'schedule', to_json($3)::text, $4)
        """;

    private const string RemoveSql = "DELETE FROM agentiq.workflow_schedules WHERE tenant_id = $1 AND id = ANY($2)";

    private const string DisarmSql =
        """
        DELETE FROM agentiq.workflow_queue
        WHERE tenant_id = $1 AND kind = 'schedule'
          AND lane IN (SELECT agentiq.workflow_lane($1, 'schedule:' || id::text) FROM unnest($2) AS removed (id))
        """;

    /// <summary>A definition's schedules, locked.</summary>
    public Task<List<ScheduleRow>> OfDefinitionAsync(TenantScope scope, string definitionId, CancellationToken ct) =>
        ReadAsync(scope, OfDefinitionSql, definitionId, ct);

    /// <summary>One schedule, locked; null when it is gone.</summary>
    public async Task<ScheduleRow?> FindAsync(TenantScope scope, Guid id, CancellationToken ct) => (await ReadAsync(scope, FindSql, id, ct)).FirstOrDefault();

    public void Add(NpgsqlBatch batch, Guid tenantId, ScheduleRow row, string versionId)
    {
        batch.Add(
            AddSql, tenantId, row.Id, row.DefinitionId, row.ActivityId, row.Rule.Schedule.Kind.ToString(), row.Rule.Schedule.Expression,
            row.Rule.TimeZone, row.Rule.MissedRuns.ToString(), row.Anchor, row.Next, versionId);
        Arm(batch, tenantId, row.Id, row.Next);
    }

    public static void Keep(NpgsqlBatch batch, Guid tenantId, Guid[] schedules, string versionId) => batch.Add(KeepSql, tenantId, schedules, versionId);

    public void MoveOn(NpgsqlBatch batch, Guid tenantId, Guid id, DateTimeOffset? next)
    {
        batch.Add(MoveOnSql, tenantId, id, next);
        Arm(batch, tenantId, id, next);
    }

    public static void Remove(NpgsqlBatch batch, Guid tenantId, Guid[] schedules)
    {
        batch.Add(RemoveSql, tenantId, schedules);
        batch.Add(DisarmSql, tenantId, schedules);
    }

    private void Arm(NpgsqlBatch batch, Guid tenantId, Guid id, DateTimeOffset? next)
    {
        if (next is not null)
        {
            batch.Add(ArmSql, tenantId, ids.Next(), id, next);
        }
    }

    private static async Task<List<ScheduleRow>> ReadAsync(TenantScope scope, string sql, object key, CancellationToken ct)
    {
        var rows = new List<ScheduleRow>();
        await using var command = Sql.Command(scope.Connection, sql, scope.TenantId, key);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var schedule = new Schedule(Enum.Parse<ScheduleKind>(reader.GetString(3)), reader.GetString(4));
            rows.Add(new ScheduleRow(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), new ScheduleRule(schedule, reader.GetString(5), Enum.Parse<MissedRuns>(reader.GetString(6))),
                reader.GetFieldValue<DateTimeOffset>(7), reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8)));
        }

        return rows;
    }
}
