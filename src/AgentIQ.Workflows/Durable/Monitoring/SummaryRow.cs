using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>A row of <see cref="Sql"/>.</summary>
internal sealed class SummaryRow
{
    /// <summary>Up to where the conditions begin; the instance is <c>i</c>.</summary>
    public const string Sql =
        """
        SELECT i.id, i.definition_id, i.version_id, i.version, i.parent_instance_id, i.correlation_id, i.name, i.sub_status, i.created_at, i.updated_at, i.finished_at, i.is_sandbox,
               (SELECT count(*) FROM agentiq.workflow_incidents n WHERE n.tenant_id = i.tenant_id AND n.instance_id = i.id AND n.resolved_at IS NULL)::int AS incidents
        FROM agentiq.workflow_instances i
        """;

    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string VersionId { get; init; }

    public int Version { get; init; }

    public Guid? ParentInstanceId { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public required string SubStatus { get; init; }

    public int Incidents { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public bool IsSandbox { get; init; }

    public InstanceSummary ToSummary() => new(
        Id, DefinitionId, VersionId, CorrelationId, Name, Enum.Parse<WorkflowSubStatus>(SubStatus), Incidents, CreatedAt, UpdatedAt, FinishedAt)
    {
        Version = Version,
        ParentInstanceId = ParentInstanceId,
        IsSandbox = IsSandbox,
    };
}
