using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Decides which version starts on stimuli.</summary>
internal sealed class Publisher(DefinitionCompiler compiler, WorkflowActivityStore activities, DefinitionQueries queries, ScheduleProjection schedules, TimeProvider time)
{
    public async Task<SavedDefinition> PublishAsync(TenantScope scope, string definitionId, CancellationToken ct)
    {
        await DefinitionRows.LockAsync(scope, definitionId, ct);
        var latest = await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct) ?? throw Unknown(definitionId);
        var summary = latest.Summary;
        var draft = DraftText.Read(StorableText.Read(latest.Body), definitionId, compiler, await activities.ForAsync(scope.Connection, scope.TenantId, latest.Body, ct));
        IReadOnlyList<Diagnostic> findings = [.. draft.Diagnostics, .. await TenantValidator.CheckAsync(scope, draft.Children, ct)];
        if (summary.IsPublished)
        {
            return new SavedDefinition(latest, AlreadyPublished: true, findings);
        }

        if (draft.HasErrors)
        {
            throw new InvalidDefinitionException(summary.Name ?? definitionId, draft.Diagnostics);
        }

        await DefinitionRows.PublishAsync(scope, summary.VersionId, draft, time.GetUtcNow(), ct);
        await schedules.ProjectAsync(scope, definitionId, ct);
        return new SavedDefinition((await queries.FindByIdAsync(scope, summary.VersionId, ct))!, AlreadyPublished: false, findings);
    }

    public async Task<DefinitionVersion> RetractAsync(TenantScope scope, string definitionId, CancellationToken ct)
    {
        await DefinitionRows.LockAsync(scope, definitionId, ct);
        if (await DefinitionRows.RetractAsync(scope, definitionId, ct))
        {
            await schedules.ProjectAsync(scope, definitionId, ct);
            return (await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct))!;
        }

        var latest = await queries.FindAsync(scope, definitionId, VersionOptions.LatestOrPublished, ct) ?? throw Unknown(definitionId);
        throw new DefinitionRefusedException(latest.Summary.IsPlatform
            ? $"'{latest.Summary.Name ?? definitionId}' is published by the platform and cannot be taken back. Save and publish a version of your own: it counts instead."
            : $"'{latest.Summary.Name ?? definitionId}' is not published, so there is nothing to take back.");
    }

    public static DefinitionNotFoundException Unknown(string definitionId) => new($"There is no workflow definition '{definitionId}'.");
}
