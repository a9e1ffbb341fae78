using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>The version operations.</summary>
internal sealed class DefinitionStore(
    PlatformImporter importer, DraftWriter drafts, Publisher publisher, DefinitionQueries queries, ScheduleProjection schedules, DefinitionCompiler compiler, TenantValidator validator, TimeProvider time) : IWorkflowDefinitions
{
    public Task<ImportReport> ImportPlatformAsync(string folder, CancellationToken ct) => importer.ImportAsync(folder, ct);

    public IReadOnlyList<Diagnostic> Validate(string json) => compiler.Compile(json).Diagnostics;

    public Task<IReadOnlyList<Diagnostic>> ValidateAsync(TenantScope scope, string json, CancellationToken ct) => validator.ValidateAsync(scope, json, identity: null, ct);

    public Task<IReadOnlyList<Diagnostic>> ValidateAsync(TenantScope scope, DefinitionVersion version, CancellationToken ct) =>
        validator.ValidateAsync(scope, version.Body, new VersionIdentity(version.Summary.VersionId, version.Summary.Version, version.Summary.DefinitionId), ct);

    public async Task<SavedDefinition> SaveAsync(TenantScope scope, SaveDefinition definition, CancellationToken ct)
    {
        var (version, draft) = await drafts.SaveAsync(scope, definition, ct);
        return definition.Publish
            ? await publisher.PublishAsync(scope, version.Summary.DefinitionId, ct)
            : new SavedDefinition(version, AlreadyPublished: false, draft.Diagnostics);
    }

    public async Task<string> PublishAsync(TenantScope scope, string json, string author, CancellationToken ct) =>
        (await SaveAsync(scope, new SaveDefinition(json, author) { Publish = true }, ct)).Version.Summary.VersionId;

    public Task<SavedDefinition> PublishLatestAsync(TenantScope scope, string definitionId, string author, CancellationToken ct) =>
        publisher.PublishAsync(scope, definitionId, ct);

    public Task<DefinitionVersion> RetractAsync(TenantScope scope, string definitionId, string author, CancellationToken ct) =>
        publisher.RetractAsync(scope, definitionId, ct);

    public Task<DefinitionVersion> RevertAsync(TenantScope scope, string definitionId, int version, string author, CancellationToken ct) =>
        drafts.RevertAsync(scope, definitionId, version, author, ct);

    public async Task<bool> DeleteVersionAsync(TenantScope scope, string versionId, string author, CancellationToken ct) =>
        await DefinitionRows.FindAsync(scope, versionId, ct) is { } version && await DeleteAsync(scope, version.DefinitionId, [versionId], author, ct);

    public async Task<bool> DeleteAsync(TenantScope scope, string definitionId, string author, CancellationToken ct) =>
        await DeleteAsync(scope, definitionId, versionIds: null, author, ct);

    public async Task<string> FreezeAsync(TenantScope scope, string definitionId, VersionOptions version, CancellationToken ct)
    {
        await DefinitionRows.LockAsync(scope, definitionId, ct);
        var found = await queries.FindAsync(scope, definitionId, version, ct)
            ?? throw new DefinitionNotFoundException($"The workflow definition '{definitionId}' has no version '{version}'.");
        if (!found.Summary.IsFrozen)
        {
            await DefinitionRows.FreezeAsync(scope, found.Summary.VersionId, time.GetUtcNow(), ct);
        }

        return found.Summary.VersionId;
    }

    private async Task<bool> DeleteAsync(TenantScope scope, string definitionId, string[]? versionIds, string author, CancellationToken ct)
    {
        await DefinitionRows.LockAsync(scope, definitionId, ct);
        var latest = await DefinitionRows.LatestAsync(scope, definitionId, ct);
        versionIds ??= await DefinitionRows.AllAsync(scope, definitionId, ct);
        var deleted = await DefinitionRows.DeleteAsync(scope, definitionId, versionIds, author, time.GetUtcNow(), ct);
        if (latest is not null && versionIds.Contains(latest.VersionId, StringComparer.Ordinal))
        {
            await EditRows.CountAsync(scope, definitionId, author, DefinitionEditKind.Deleted, time.GetUtcNow(), ct);
        }

        await schedules.ProjectAsync(scope, definitionId, ct);
        return deleted;
    }
}
