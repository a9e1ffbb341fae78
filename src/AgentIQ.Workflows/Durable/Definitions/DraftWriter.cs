using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Text;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Saves drafts.</summary>
internal sealed class DraftWriter(DefinitionCompiler compiler, WorkflowActivityStore activities, DefinitionQueries queries, IIdSource ids, TimeProvider time)
{
    public async Task<(DefinitionVersion Version, DraftText Text)> SaveAsync(TenantScope scope, SaveDefinition definition, CancellationToken ct)
    {
        var draft = DraftText.Read(definition.Json, definitionId: null, () => ids.Next().ToString("N"), compiler, await activities.ForAsync(scope.Connection, scope.TenantId, definition.Json, ct));
        await DefinitionRows.LockAsync(scope, draft.DefinitionId, ct);
        var latest = await queries.FindAsync(scope, draft.DefinitionId, VersionOptions.Latest, ct);
        if (latest is not null && Says(latest.Body, draft))
        {
            return (latest, draft);
        }

        Check(definition.Expected, latest?.Summary);
        var versionId = latest?.Summary is { IsFrozen: false } open
            ? await ChangeAsync(scope, open, draft, definition, ct)
            : await AddAsync(scope, latest?.Summary, draft, definition.Author, definition.Note, ct);
        return ((await queries.FindByIdAsync(scope, versionId, ct))!, draft);
    }

    public async Task<DefinitionVersion> RevertAsync(TenantScope scope, string definitionId, int version, string author, CancellationToken ct)
    {
        await DefinitionRows.LockAsync(scope, definitionId, ct);
        var source = await queries.FindAsync(scope, definitionId, VersionOptions.Of(version), ct)
            ?? throw new DefinitionNotFoundException($"The workflow definition '{definitionId}' has no version {version}.");
        var draft = DraftText.Read(source.Body, definitionId, () => definitionId, compiler, await activities.ForAsync(scope.Connection, scope.TenantId, source.Body, ct));
        var versionId = await AddAsync(scope, source.Summary, draft, author, note: null, ct);
        return (await queries.FindByIdAsync(scope, versionId, ct))!;
    }

    private async Task<string> ChangeAsync(TenantScope scope, DefinitionVersionSummary open, DraftText draft, SaveDefinition definition, CancellationToken ct)
    {
        await DefinitionRows.ChangeAsync(scope, open.VersionId, draft, definition.Author, definition.Note ?? open.Note, time.GetUtcNow(), ct);
        return open.VersionId;
    }

    private async Task<string> AddAsync(TenantScope scope, DefinitionVersionSummary? from, DraftText draft, string author, string? note, CancellationToken ct)
    {
        var versionId = ids.Next().ToString("D");
        var baseVersionId = from is { IsPlatform: true } ? from.VersionId : from?.BaseVersionId;
        await DefinitionRows.AddAsync(scope, versionId, draft, baseVersionId, author, note, time.GetUtcNow(), ct);
        return versionId;
    }

    private static bool Says(string body, DraftText draft)
    {
        using var stored = JsonDocument.Parse(body);
        return ContentHash.Of(stored.RootElement) == draft.Hash;
    }

    private static void Check(ExpectedVersion? expected, DefinitionVersionSummary? latest)
    {
        if (expected is not null && latest is not null
            && (expected.VersionId != latest.VersionId || (expected.Revision is { } revision && revision != latest.Revision)))
        {
            throw new DefinitionConflictException(latest);
        }
    }
}
