using AgentIQ.Postgres;
using AgentIQ.Workflows;

using Language = AgentIQ.Server.Problems.Language;

namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>Puts together what the page around the viewer shows.</summary>
internal sealed class InstanceViews(IWorkflowMonitor monitor, IWorkflowDefinitionQueries queries, IncidentViews incidents, ActivityNames names)
{
    /// <summary>Null when this seller has no such instance.</summary>
    public async Task<WorkflowInstanceView?> FindAsync(TenantScope scope, Guid id, Language language, CancellationToken ct)
    {
        if (await monitor.FindAsync(scope, id, ct) is not { } instance)
        {
            return null;
        }

        var versions = new RunningVersions(queries, names, scope, language);
        return new WorkflowInstanceView
        {
            Id = instance.Id,
            DefinitionId = instance.DefinitionId,
            DefinitionName = await versions.NameOfAsync(instance.VersionId, instance.DefinitionId, ct),
            Version = instance.Version,
            VersionId = instance.VersionId,
            Status = instance.Status,
            SubStatus = instance.SubStatus,
            Name = instance.Name,
            IsSandbox = instance.IsSandbox,
            Interaction = await incidents.InteractionAsync(scope, instance.CorrelationId, ct),
            Parent = instance.ParentInstanceId is { } parent ? new ParentInstanceView(parent) : null,
            Children = await ChildrenAsync(scope, id, versions, ct),
            Incidents = await incidents.OfAsync(scope, id, versions, ct),
            Waits = await WaitsAsync(scope, instance, versions, ct),
            CreatedAt = instance.CreatedAt,
            UpdatedAt = instance.UpdatedAt,
            FinishedAt = instance.FinishedAt,
        };
    }

    private async Task<IReadOnlyList<ChildInstanceView>> ChildrenAsync(TenantScope scope, Guid id, RunningVersions versions, CancellationToken ct)
    {
        var children = new List<ChildInstanceView>();
        foreach (var child in await monitor.ChildrenAsync(scope, id, ct))
        {
            children.Add(new ChildInstanceView(child.Id, await versions.NameOfAsync(child.VersionId, child.DefinitionId, ct), child.SubStatus));
        }

        return children;
    }

    private async Task<IReadOnlyList<WorkflowWaitView>> WaitsAsync(TenantScope scope, InstanceSummary instance, RunningVersions versions, CancellationToken ct)
    {
        var waits = new List<WorkflowWaitView>();
        foreach (var bookmark in await monitor.BookmarksAsync(scope, instance.Id, ct))
        {
            var name = await versions.ActivityAsync(instance.VersionId, bookmark.ActivityId, bookmark.ActivityId, ct);
            waits.Add(new WorkflowWaitView(bookmark.ActivityId, name, bookmark.Name, bookmark.Due));
        }

        return waits;
    }
}
