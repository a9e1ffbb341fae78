using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Children;
using Dapper;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>What pages ask.</summary>
internal sealed class WorkflowMonitor(JournalReader journals) : IWorkflowMonitor
{
    private const string IncidentsSql =
        """
        SELECT n.id, n.instance_id, n.definition_id, n.correlation_id, n.activity_id, n.activity_name, n.message, n.cause, n.occurred_at,
               coalesce(i.is_sandbox, false) AS is_sandbox
        FROM agentiq.workflow_incidents n
        LEFT JOIN agentiq.workflow_instances i ON i.tenant_id = n.tenant_id AND i.id = n.instance_id
        WHERE n.tenant_id = @TenantId AND n.resolved_at IS NULL
          AND CASE WHEN @Instance::uuid IS NULL THEN i.is_sandbox IS NOT TRUE ELSE n.instance_id = @Instance END
        ORDER BY n.id
        """;

    public Task<InstanceSummary?> FindByCorrelationAsync(TenantScope scope, string? definitionId, string correlationId, CancellationToken ct) => SummaryAsync(
        scope,
        """
        WHERE i.tenant_id = @TenantId AND i.correlation_id = @CorrelationId AND (@DefinitionId::text IS NULL OR i.definition_id = @DefinitionId) AND i.parent_instance_id IS NULL
        ORDER BY i.id DESC LIMIT 1
        """,
        new { scope.TenantId, CorrelationId = correlationId, DefinitionId = definitionId },
        ct);

    public Task<InstanceSummary?> FindAsync(TenantScope scope, Guid instanceId, CancellationToken ct) =>
        SummaryAsync(scope, "WHERE i.tenant_id = @TenantId AND i.id = @Id", new { scope.TenantId, Id = instanceId }, ct);

    public async Task<IReadOnlyList<InstanceSummary>> ChildrenAsync(TenantScope scope, Guid instanceId, CancellationToken ct) =>
        [.. await SummariesAsync(scope, "WHERE i.tenant_id = @TenantId AND i.parent_instance_id = @Id ORDER BY i.id", new { scope.TenantId, Id = instanceId }, ct)];

    public Task<int> CountRunningAsync(TenantScope scope, string definitionId, CancellationToken ct) =>
        scope.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM agentiq.workflow_instances WHERE tenant_id = @TenantId AND definition_id = @definitionId AND finished_at IS NULL AND NOT is_sandbox",
            new { scope.TenantId, definitionId },
            cancellationToken: ct));

    public async Task<IReadOnlyList<InstanceIncident>> OpenIncidentsAsync(TenantScope scope, Guid? instanceId, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<IncidentRow>(new CommandDefinition(IncidentsSql, new { scope.TenantId, Instance = instanceId }, cancellationToken: ct));
        return [.. rows.Select(r => new InstanceIncident(
            r.Id, new InstanceReference(r.InstanceId, r.DefinitionId, r.CorrelationId) { IsSandbox = r.IsSandbox }, r.ActivityId, r.ActivityName, r.Message, r.OccurredAt)
        {
            Cause = r.Cause,
        })];
    }

    public async Task<IReadOnlyList<BookmarkSummary>> BookmarksAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        const string sql = "SELECT name, activity_id, due_at AS due FROM agentiq.workflow_bookmarks WHERE tenant_id = @TenantId AND instance_id = @instanceId ORDER BY number";
        return [.. (await scope.Connection.QueryAsync<BookmarkRow>(new CommandDefinition(sql, new { scope.TenantId, instanceId }, cancellationToken: ct)))
            .Select(r => new BookmarkSummary(r.Name, r.ActivityId, r.Due))];
    }

    public async Task<IReadOnlyList<JournalRecord>> JournalAsync(TenantScope scope, Guid instanceId, CancellationToken ct) =>
        await InstanceHead.FindAsync(scope, instanceId, ct) is { } head
            ? [.. (await journals.ReadAsync(scope, instanceId, head.VersionId, ct)).Select(e => new JournalRecord(
                e.Sequence, e.Execution, e.Node.Id, e.Node.NodeId, e.Event.ToString(), e.At, e.Outcomes, e.Message))]
            : [];

    public Task<long> CountDueAsync(TenantScope scope, DateTimeOffset now, CancellationToken ct) =>
        scope.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM agentiq.workflow_queue WHERE tenant_id = @TenantId AND NOT is_dead AND due_at <= @now",
            new { scope.TenantId, now },
            cancellationToken: ct));

    public Task<IReadOnlyList<WorkflowTask>> WaitingTasksAsync(TenantScope scope, Guid? instanceId, CancellationToken ct) => TaskStore.WaitingAsync(scope, instanceId, ct);

    public async Task<IReadOnlyList<DeadWork>> DeadWorkAsync(TenantScope scope, CancellationToken ct)
    {
        const string sql = "SELECT id, instance_id, kind, attempts, error FROM agentiq.workflow_queue WHERE tenant_id = @TenantId AND is_dead ORDER BY id";
        return [.. (await scope.Connection.QueryAsync<DeadRow>(new CommandDefinition(sql, new { scope.TenantId }, cancellationToken: ct)))
            .Select(r => new DeadWork(r.Id, r.InstanceId, r.Kind, r.Attempts, r.Error))];
    }

    private static async Task<InstanceSummary?> SummaryAsync(TenantScope scope, string where, object values, CancellationToken ct) =>
        (await SummariesAsync(scope, where, values, ct)).SingleOrDefault();

    private static async Task<IEnumerable<InstanceSummary>> SummariesAsync(TenantScope scope, string where, object values, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<SummaryRow>(new CommandDefinition($"{SummaryRow.Sql} {where}", values, cancellationToken: ct));
        return rows.Select(r => r.ToSummary());
    }

    private sealed class IncidentRow
    {
        public required Guid Id { get; init; }

        public required Guid InstanceId { get; init; }

        public required string DefinitionId { get; init; }

        public string? CorrelationId { get; init; }

        public string? ActivityId { get; init; }

        public string? ActivityName { get; init; }

        public required string Message { get; init; }

        public string? Cause { get; init; }

        public DateTimeOffset OccurredAt { get; init; }

        public bool IsSandbox { get; init; }
    }

    private sealed class BookmarkRow
    {
        public required string Name { get; init; }

        public required string ActivityId { get; init; }

        public DateTimeOffset? Due { get; init; }
    }

    private sealed class DeadRow
    {
        public required Guid Id { get; init; }

        public Guid? InstanceId { get; init; }

        public required string Kind { get; init; }

        public int Attempts { get; init; }

        public string? Error { get; init; }
    }
}
