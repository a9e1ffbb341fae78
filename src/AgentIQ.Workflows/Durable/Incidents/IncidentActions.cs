using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Incidents;

/// <summary>The record of what people did about incidents and instances.</summary>
internal static class IncidentActions
{
    public const string Retry = "retry";
    public const string Skip = "skip";
    public const string Cancel = "cancel";
    public const string RetryWork = "retry_work";
    public const string DropWork = "drop_work";
    public const string SetVariables = "set_variables";
    public const string Delete = "delete";
    public const string Import = "import";

    private const string RecordSql =
        """
        INSERT INTO agentiq.workflow_actions (tenant_id, id, action, instance_id, incident_id, queue_id, detail, actor, acted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string ListSql =
        """
        SELECT action, instance_id, incident_id, queue_id, detail, actor, acted_at
        FROM agentiq.workflow_actions WHERE tenant_id = $1 AND ($2::uuid IS NULL OR instance_id = $2) ORDER BY id
        """;

    private const string LastCancelSql =
        """
        SELECT actor FROM agentiq.workflow_actions
        WHERE tenant_id = $1 AND instance_id = $2 AND action IN ('cancel', 'drop_work') ORDER BY id DESC LIMIT 1
        """;

    public static void Record(NpgsqlBatch batch, Guid tenantId, Guid id, IncidentAction action) =>
        batch.Add(RecordSql, tenantId, id, action.Action, action.InstanceId, action.IncidentId, action.QueueId, action.Detail, action.Actor, action.At);

    public static async Task<List<IncidentAction>> ListAsync(TenantScope scope, Guid? instanceId, CancellationToken ct)
    {
        var actions = new List<IncidentAction>();
        await using var command = Sql.Command(scope.Connection, ListSql, scope.TenantId, instanceId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            actions.Add(new IncidentAction(
                reader.GetString(0), Id(1), Id(2), Id(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return actions;

        Guid? Id(int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
    }

    /// <summary>Who cancelled the instance; null when it was the application.</summary>
    public static async Task<string?> LastCancelAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, LastCancelSql, scope.TenantId, instanceId);
        return await command.ExecuteScalarAsync(ct) as string;
    }
}
