using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Children;

/// <summary>Tasks that RunTask activities ask for.</summary>
internal static class TaskStore
{
    private const string AddSql =
        """
        INSERT INTO agentiq.workflow_tasks (tenant_id, id, instance_id, activity_id, name, payload, stimulus, requested_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string WaitsSql =
        "EXISTS (SELECT FROM agentiq.workflow_bookmarks b WHERE b.tenant_id = t.tenant_id AND b.instance_id = t.instance_id AND b.name = t.stimulus)";

    private const string CompleteSql =
        $"""
        UPDATE agentiq.workflow_tasks t SET completed_at = $3
        WHERE t.tenant_id = $1 AND t.id = $2 AND t.completed_at IS NULL AND {WaitsSql}
        RETURNING t.instance_id, t.stimulus
        """;

    private const string WaitingSql =
        $"""
        SELECT t.id, t.instance_id, i.definition_id, i.correlation_id, t.activity_id, t.name, t.payload, t.requested_at, i.is_sandbox
        FROM agentiq.workflow_tasks t
        JOIN agentiq.workflow_instances i ON i.tenant_id = t.tenant_id AND i.id = t.instance_id
        WHERE t.tenant_id = $1 AND ($2::uuid IS NULL OR t.instance_id = $2) AND t.completed_at IS NULL AND {WaitsSql}
        ORDER BY t.id
        """;

    public static void Add(NpgsqlBatch batch, WorkflowInstance instance, RequestedTask task, DateTimeOffset now) =>
        batch.Add(AddSql, instance.TenantId, task.Id, instance.Id, task.Execution.Node.Id, task.Name, PayloadOf(task)?.GetRawText(), task.Stimulus, now);

    public static WorkflowTask Describe(WorkflowInstance instance, RequestedTask task, DateTimeOffset now) => new(
        task.Id, new InstanceReference(instance.Id, instance.Workflow.DefinitionId, instance.CorrelationId) { IsSandbox = instance.IsSandbox }, task.Execution.Node.Id, task.Name, PayloadOf(task), now);

    /// <summary>Marks a task as reported. The stimulus that its instance waits for; null when nobody does.</summary>
    public static async Task<Stimulus?> CompleteAsync(TenantScope scope, Guid taskId, JsonElement? result, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, CompleteSql, scope.TenantId, taskId, now);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new Stimulus(reader.GetString(1), Payload: result) { InstanceId = reader.GetGuid(0) } : null;
    }

    public static async Task<IReadOnlyList<WorkflowTask>> WaitingAsync(TenantScope scope, Guid? instanceId, CancellationToken ct)
    {
        var tasks = new List<WorkflowTask>();
        await using var command = Sql.Command(scope.Connection, WaitingSql, scope.TenantId, instanceId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            tasks.Add(new WorkflowTask(
                reader.GetGuid(0), new InstanceReference(reader.GetGuid(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)) { IsSandbox = reader.GetBoolean(8) }, reader.GetString(4), reader.GetString(5),
                reader.IsDBNull(6) ? null : JsonElement.Parse(reader.GetString(6)), reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return tasks;
    }

    private static JsonElement? PayloadOf(RequestedTask task) => task.Payload is null ? null : JsonSerializer.SerializeToElement(PlainValue.ToNode(task.Payload), WorkflowJson.Options);
}
