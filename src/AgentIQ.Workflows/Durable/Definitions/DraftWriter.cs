using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Text;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Saves drafts.</summary>
internal sealed class DraftWriter(DefinitionCompiler compiler, WorkflowActivityStore activities, DefinitionQueries queries, WorkflowOptions options, IIdSource ids, TimeProvider time)
{
    public async Task<(DefinitionVersion Version, DraftText Text)> SaveAsync(TenantScope scope, SaveDefinition definition, CancellationToken ct)
    {
        var text = StorableText.Read(definition.Json);
        var definitionId = definition.DefinitionId ?? text.DefinitionId ?? await CreatedAsync(scope, text, definition.Author, ct);
        var draft = DraftText.Read(text, definitionId, compiler, await activities.ForAsync(scope.Connection, scope.TenantId, text.Body, ct));
        await DefinitionRows.LockAsync(scope, definitionId, ct);
        var latest = await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct);
        if (latest is not null && Says(latest.Body, draft))
        {
            return (latest, draft);
        }

        await RefuseConflictAsync(scope, definition, draft, latest?.Summary, ct);
        LostActivities.Refuse(text.Root, latest?.Body);
        var origin = await OriginAsync(scope, draft, definition.Author, DefinitionEditKind.Saved, ct);
        var versionId = latest?.Summary is { IsFrozen: false } open
            ? await ChangeAsync(scope, open, draft, origin with { Note = definition.Note ?? open.Note }, ct)
            : await AddAsync(scope, draft, origin with { Note = definition.Note, BaseVersionId = await BaseOfAsync(scope, latest?.Summary, definition.BasedOn, ct) }, ct);
        return ((await queries.FindByIdAsync(scope, versionId, ct))!, draft);
    }

    public async Task<DefinitionVersion> RevertAsync(TenantScope scope, string definitionId, int version, string author, CancellationToken ct)
    {
        await DefinitionRows.LockAsync(scope, definitionId, ct);
        var source = await queries.FindAsync(scope, definitionId, VersionOptions.Of(version), ct)
            ?? throw new DefinitionNotFoundException($"The workflow definition '{definitionId}' has no version {version}.");
        var draft = DraftText.Read(StorableText.Read(source.Body), definitionId, compiler, await activities.ForAsync(scope.Connection, scope.TenantId, source.Body, ct));
        var latest = await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct);
        if (latest is { Summary.IsFrozen: false } && latest.Summary.VersionId != source.Summary.VersionId && Says(latest.Body, draft))
        {
            return latest;
        }

        var origin = await OriginAsync(scope, draft, author, DefinitionEditKind.Reverted, ct);
        var versionId = await AddAsync(scope, draft, origin with { BaseVersionId = BaseOf(source.Summary) }, ct);
        return (await queries.FindByIdAsync(scope, versionId, ct))!;
    }

    /// <summary>The id of a new definition: the one that the author made of the same text a moment ago, else a new one.</summary>
    private async Task<string> CreatedAsync(TenantScope scope, StorableText text, string author, CancellationToken ct)
    {
        // Held until the first request of the two is through; a hash is no definition's id.
        await DefinitionRows.LockAsync(scope, text.Hash, ct);
        return await DefinitionRows.CreatedAsync(scope, text.Hash, author, time.GetUtcNow() - options.RepeatedCreation, ct) ?? ids.Next().ToString("N");
    }

    private static async Task<string> ChangeAsync(TenantScope scope, DefinitionVersionSummary open, DraftText draft, VersionOrigin origin, CancellationToken ct)
    {
        await DefinitionRows.ChangeAsync(scope, open.VersionId, draft, origin, ct);
        return open.VersionId;
    }

    private async Task<string> AddAsync(TenantScope scope, DraftText draft, VersionOrigin origin, CancellationToken ct)
    {
        var versionId = ids.Next().ToString("D");
        await DefinitionRows.AddAsync(scope, versionId, draft, origin, ct);
        return versionId;
    }

    private async Task<VersionOrigin> OriginAsync(TenantScope scope, DraftText draft, string author, DefinitionEditKind kind, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return new VersionOrigin(author, now) { Change = await EditRows.CountAsync(scope, draft.DefinitionId, author, kind, now, ct) };
    }

    /// <summary>
    /// The platform's version that a copy comes from. Who opened one before a release brought the next saves a copy of the one they opened,
    /// and is shown that there is a newer.
    /// </summary>
    private async Task<string?> BaseOfAsync(TenantScope scope, DefinitionVersionSummary? latest, DefinitionRevision? basedOn, CancellationToken ct) =>
        latest is { IsPlatform: true } && basedOn is not null && basedOn.VersionId != latest.VersionId
            && (await queries.FindByIdAsync(scope, basedOn.VersionId, ct))?.Summary is { IsPlatform: true } opened && opened.DefinitionId == latest.DefinitionId
            ? opened.VersionId
            : latest is null ? null : BaseOf(latest);

    private static string? BaseOf(DefinitionVersionSummary from) => from.IsPlatform ? from.VersionId : from.BaseVersionId;

    private static bool Says(string body, DraftText draft)
    {
        using var stored = JsonDocument.Parse(body);
        return ContentHash.Of(stored.RootElement) == draft.Hash;
    }

    private static async Task RefuseConflictAsync(TenantScope scope, SaveDefinition definition, DraftText draft, DefinitionVersionSummary? latest, CancellationToken ct)
    {
        if (definition.BasedOn is { } basedOn && await EditRows.ByOthersAsync(scope, draft.DefinitionId, definition.Author, basedOn.Change, ct) is { } edit)
        {
            throw new DefinitionConflictException(latest?.Name ?? draft.Name ?? draft.DefinitionId, edit);
        }
    }
}
