using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Security;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Comparison;

using Language = AgentIQ.Server.Problems.Language;

namespace AgentIQ.Server.Api.Workflows.Definitions;

/// <summary>Puts together what the page around the editor shows.</summary>
internal sealed class DefinitionViews(IWorkflowDefinitionQueries queries, IWorkflowDefinitions definitions, IWorkflowMonitor monitor, ActivityNames names)
{
    /// <summary>Null when there is no such definition.</summary>
    public async Task<WorkflowDefinitionView?> FindAsync(TenantScope scope, string definitionId, CurrentUser user, CancellationToken ct)
    {
        if (await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct) is not { } latest)
        {
            return null;
        }

        var published = await queries.FindAsync(scope, definitionId, VersionOptions.Published, ct);
        var summary = latest.Summary;
        return new WorkflowDefinitionView
        {
            DefinitionId = summary.DefinitionId,
            Name = summary.Name,
            Description = summary.Description,
            CanEdit = user.Role is TeamRole.Owner or TeamRole.Manager,
            Latest = WorkflowVersionView.Of(summary),
            Published = published is null
                ? null
                : new PublishedVersionView(published.Summary.VersionId, published.Summary.Version, published.Summary.PublishedAt, published.Summary.UpdatedBy),
            IsPlatform = summary.IsPlatform,
            BaseVersion = (await BaseAsync(scope, summary.BaseVersionId, ct))?.Version,
            NewerBase = await BaseAsync(scope, summary.NewerBaseVersionId, ct),
            RunningInstances = await monitor.CountRunningAsync(scope, definitionId, ct),
            HasDraftChanges = published is null || (published.Summary.VersionId != summary.VersionId && DefinitionComparer.Compare(published.Body, latest.Body).Count > 0),
        };
    }

    /// <summary>Null when there is no such definition.</summary>
    public async Task<WorkflowFindings?> CheckAsync(TenantScope scope, string definitionId, Language language, CancellationToken ct)
    {
        if (await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct) is not { } latest)
        {
            return null;
        }

        var activities = ActivityReference.AllOf(latest.Body);
        List<WorkflowFinding> findings =
        [
            .. (await definitions.ValidateAsync(scope, latest, ct)).Select(d => new WorkflowFinding(
                d.Severity is DiagnosticSeverity.Warning ? FindingSeverity.Warning : FindingSeverity.Error,
                d.ActivityId,
                d.ActivityId is { } id && activities.TryGetValue(id, out var activity) ? names.Of(activity, language) : null,
                d.Path,
                d.In(ActivityNames.Code(language), id => activities.TryGetValue(id, out var named) ? names.Of(named, language) : null),
                d.Line,
                d.Column)).OrderBy(f => f.Severity),
        ];
        var errors = findings.Count(f => f.Severity is FindingSeverity.Error);
        return new WorkflowFindings(errors, findings.Count - errors, findings);
    }

    private async Task<BaseVersionView?> BaseAsync(TenantScope scope, string? versionId, CancellationToken ct) =>
        versionId is not null && await queries.FindByIdAsync(scope, versionId, ct) is { } version
            ? new BaseVersionView(version.Summary.VersionId, version.Summary.Version)
            : null;
}
