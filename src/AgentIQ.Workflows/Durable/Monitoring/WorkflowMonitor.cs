using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Children;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>What pages ask.</summary>
internal sealed class WorkflowMonitor(JournalReader journals) : IWorkflowMonitor
{
    private const string SummarySql =
        """
        SELECT i.id, i.definition_id, i.version_id, i.correlation_id, i.name, i.sub_status, i.created_at, i.updated_at, i.finished_at,
               (SELECT count(*) FROM agentiq.workflow_incidents n WHERE n.tenant_id = i.tenant_id AND n.instance_id = i.id AND n.resolved_at IS NULL)::int AS incidents
        FROM agentiq.workflow_instances i
        """;

    private const string IncidentsSql =
        """
        SELECT id, instance_id, definition_id, correlation_id, activity_id, activity_name, message, occurred_at
        FROM agentiq.workflow_incidents
        WHERE tenant_id = @TenantId AND resolved_at IS NULL AND (@Instance::uuid IS NULL OR instance_id = @Instance)
        ORDER BY id
        """;

    public async Task<InstanceSummary?> FindByCorrelationAsync(TenantScope scope, string correlationId, CancellationToken ct) =>
        (await SummariesAsync(scope, "WHERE i.tenant_id = @TenantId AND i.correlation_id = @Key ORDER BY i.id DESC LIMIT 1", correlationId, ct)).FirstOrDefault();

    public async Task<InstanceSummary?> FindAsync(TenantScope scope, Guid instanceId, CancellationToken ct) =>
        (await SummariesAsync(scope, "WHERE i.tenant_id = @TenantId AND i.id = @Key", instanceId, ct)).FirstOrDefault();

    public async Task<IReadOnlyList<InstanceIncident>> OpenIncidentsAsync(TenantScope scope, Guid? instanceId, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<IncidentRow>(new CommandDefinition(IncidentsSql, new { scope.TenantId, Instance = instanceId }, cancellationToken: ct));
        return [.. rows.Select(r => new InstanceIncident(
            r.Id, new InstanceReference(r.InstanceId, r.DefinitionId, r.CorrelationId), r.ActivityId, r.ActivityName, r.Message, r.OccurredAt))];
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

    private static async Task<IEnumerable<InstanceSummary>> SummariesAsync(TenantScope scope, string where, object key, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<SummaryRow>(new CommandDefinition($"{SummarySql} {where}", new { scope.TenantId, Key = key }, cancellationToken: ct));
        return rows.Select(r => new InstanceSummary(
            r.Id, r.DefinitionId, r.VersionId, r.CorrelationId, r.Name, Enum.Parse<WorkflowSubStatus>(r.SubStatus), r.Incidents, r.CreatedAt, r.UpdatedAt, r.FinishedAt));
    }

    private sealed class SummaryRow
    {
        public required Guid Id { get; init; }

        public required string DefinitionId { get; init; }

        public required string VersionId { get; init; }

        public string? CorrelationId { get; init; }

        public string? Name { get; init; }

        public required string SubStatus { get; init; }

        public int Incidents { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public DateTimeOffset? FinishedAt { get; init; }
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

        public DateTimeOffset OccurredAt { get; init; }
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
