using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Studio.Instances.Listing;

/// <summary>A row of the designer's list (elsa-studio-contract 2.4).</summary>
internal sealed record InstanceListItem(
    Guid Id, string DefinitionId, string DefinitionVersionId, int Version, WorkflowStatus Status, WorkflowSubStatus SubStatus, string? CorrelationId, string? Name,
    int IncidentCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    public static InstanceListItem Of(InstanceSummary i) =>
        new(i.Id, i.DefinitionId, i.VersionId, i.Version, i.Status, i.SubStatus, i.CorrelationId, i.Name, i.Incidents, i.CreatedAt, i.UpdatedAt, i.FinishedAt);
}
