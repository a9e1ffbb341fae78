using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>The row of an instance as the viewer needs it.</summary>
internal sealed record InstanceHead(
    Guid Id, string DefinitionId, string VersionId, int Version, string? CorrelationId, string? Name, WorkflowSubStatus SubStatus, byte[]? State,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt, bool IsSandbox = false)
{
    private const string FindSql =
        """
        SELECT id, definition_id, version_id, version, correlation_id, name, sub_status, state, created_at, updated_at, finished_at, is_sandbox
        FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $2
        """;

    public WorkflowStatus Status => SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted
        ? WorkflowStatus.Finished
        : WorkflowStatus.Running;

    public static async Task<InstanceHead?> FindAsync(TenantScope scope, Guid id, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, FindSql, scope.TenantId, id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    private static InstanceHead Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3),
        reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5),
        Enum.Parse<WorkflowSubStatus>(reader.GetString(6)), reader.IsDBNull(7) ? null : reader.GetFieldValue<byte[]>(7),
        reader.GetFieldValue<DateTimeOffset>(8), reader.GetFieldValue<DateTimeOffset>(9), reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
        reader.GetBoolean(11));
}

/// <summary>An incident as it was recorded.</summary>
internal sealed record RecordedFault(Guid Id, string? ActivityId, string Message, string? Cause, string? Details, DateTimeOffset At, bool IsOpen)
{
    private const string FaultsSql =
        """
        SELECT id, activity_id, message, cause, details, occurred_at, resolved_at IS NULL
        FROM agentiq.workflow_incidents WHERE tenant_id = $1 AND instance_id = $2 ORDER BY id
        """;

    /// <summary>Its exception, as far as it was kept: type and stack stand in the details.</summary>
    public ExceptionState Exception
    {
        get
        {
            var type = Details?.Split(':', 2)[0];
            var stack = Details?.IndexOf("\n   at ", StringComparison.Ordinal) is { } begin and >= 0 ? Details[(begin + 1)..] : null;
            var cause = Cause is null ? null : new ExceptionState("System.Exception", Cause, StackTrace: null, InnerException: null);
            return new ExceptionState(string.IsNullOrEmpty(type) ? "System.Exception" : type, Message, stack, cause);
        }
    }

    public static async Task<List<RecordedFault>> ListAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        var faults = new List<RecordedFault>();
        await using var command = Sql.Command(scope.Connection, FaultsSql, scope.TenantId, instanceId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            faults.Add(new RecordedFault(
                reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetBoolean(6)));
        }

        return faults;
    }
}
