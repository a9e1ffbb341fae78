using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>The statements that change a tenant's own versions. Each caller holds the definition's lock.</summary>
internal static class DefinitionRows
{
    private const string OwnSql =
        """
        SELECT version_id, definition_id, version, is_published, frozen_at IS NOT NULL AS is_frozen, hash, body, base_version_id, note
        FROM agentiq.workflow_definitions
        """;

    private const string AddSql =
        """
        WITH number AS (
            SELECT coalesce(max(version), 0) + 1 AS next FROM (
                SELECT version FROM agentiq.workflow_definitions WHERE tenant_id = @TenantId AND definition_id = @DefinitionId
                UNION ALL
                SELECT version FROM agentiq.workflow_platform_versions WHERE definition_id = @DefinitionId) AS used
        )
        INSERT INTO agentiq.workflow_definitions
            (tenant_id, version_id, definition_id, version, name, description, tool_version, is_system, is_latest, is_published, activation, trigger_names,
             change, body, hash, created_at, created_by, updated_at, updated_by, note, base_version_id)
        SELECT @TenantId, @VersionId, @DefinitionId, next, @Name, @Description, @ToolVersion, @IsSystem, true, false, @Activation, @TriggerNames,
               @Change, @Body, @Hash, @Now, @Author, @Now, @Author, @Note, @BaseVersionId
        FROM number
        """;

    private const string ChangeSql =
        """
        UPDATE agentiq.workflow_definitions
        SET name = @Name, description = @Description, tool_version = @ToolVersion, is_system = @IsSystem, activation = @Activation, trigger_names = @TriggerNames,
            change = @Change, body = @Body, hash = @Hash, revision = revision + 1, updated_at = @Now, updated_by = @Author, note = @Note
        WHERE tenant_id = @TenantId AND version_id = @VersionId
        """;

    private const string RetireSql =
        """
        UPDATE agentiq.workflow_definitions SET is_latest = false, is_published = is_published AND NOT @AlsoPublished
        WHERE tenant_id = @TenantId AND definition_id = @DefinitionId AND (is_latest OR (is_published AND @AlsoPublished))
        """;

    private const string PublishSql =
        """
        UPDATE agentiq.workflow_definitions
        SET is_latest = true, is_published = true, published_at = @Now, frozen_at = coalesce(frozen_at, @Now), activation = @Activation, trigger_names = @TriggerNames
        WHERE tenant_id = @TenantId AND version_id = @VersionId
        """;

    // What was never published or run is gone; the rest is a tombstone.
    private const string DeleteSql =
        """
        WITH gone AS (
            DELETE FROM agentiq.workflow_definitions
            WHERE tenant_id = @TenantId AND version_id = ANY(@VersionIds) AND frozen_at IS NULL
            RETURNING version_id
        ), buried AS (
            UPDATE agentiq.workflow_definitions
            SET is_deleted = true, is_latest = false, is_published = false, updated_at = @Now, updated_by = @Author
            WHERE tenant_id = @TenantId AND version_id = ANY(@VersionIds) AND frozen_at IS NOT NULL AND NOT is_deleted
            RETURNING version_id
        )
        SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM buried)
        """;

    private const string PromoteSql =
        """
        UPDATE agentiq.workflow_definitions d SET is_latest = true
        WHERE d.tenant_id = @TenantId AND d.definition_id = @DefinitionId
          AND NOT EXISTS (SELECT FROM agentiq.workflow_definitions l WHERE l.tenant_id = @TenantId AND l.definition_id = @DefinitionId AND l.is_latest)
          AND d.version = (SELECT max(v.version) FROM agentiq.workflow_definitions v WHERE v.tenant_id = @TenantId AND v.definition_id = @DefinitionId AND NOT v.is_deleted)
        """;

    // A browser that got no answer sends a new definition again, which has no id by which it could be known.
    private const string CreatedSql =
        """
        SELECT definition_id FROM agentiq.workflow_definitions
        WHERE tenant_id = @TenantId AND hash = @Hash AND created_by = @Author AND created_at >= @Since AND version = 1 AND is_latest
        ORDER BY created_at LIMIT 1
        """;

    /// <summary>Holds a definition until the transaction ends; everything that changes it comes one after the other.</summary>
    public static Task LockAsync(TenantScope scope, string definitionId, CancellationToken ct) => RunAsync(
        scope, "SELECT pg_advisory_xact_lock(hashtextextended(@TenantId::text || @DefinitionId, 4))", new { scope.TenantId, DefinitionId = definitionId }, ct);

    public static Task<OwnVersion?> LatestAsync(TenantScope scope, string definitionId, CancellationToken ct) =>
        OneAsync(scope, "WHERE tenant_id = @TenantId AND definition_id = @Key AND is_latest", definitionId, ct);

    public static Task<OwnVersion?> FindAsync(TenantScope scope, string versionId, CancellationToken ct) =>
        OneAsync(scope, "WHERE tenant_id = @TenantId AND version_id = @Key AND NOT is_deleted", versionId, ct);

    /// <summary>The definition without an id that the author made of that text; null: none since then.</summary>
    public static Task<string?> CreatedAsync(TenantScope scope, string hash, string author, DateTimeOffset since, CancellationToken ct) =>
        scope.Connection.ExecuteScalarAsync<string?>(new CommandDefinition(CreatedSql, new { scope.TenantId, Hash = hash, Author = author, Since = since }, cancellationToken: ct));

    /// <summary>Adds a version with the next number as the latest one.</summary>
    public static async Task AddAsync(TenantScope scope, string versionId, DraftText draft, VersionOrigin origin, CancellationToken ct)
    {
        await RetireAsync(scope, draft.DefinitionId, alsoPublished: false, ct);
        await RunAsync(scope, AddSql, Parameters(scope, versionId, draft, origin), ct);
    }

    /// <summary>Changes a draft in place.</summary>
    public static Task ChangeAsync(TenantScope scope, string versionId, DraftText draft, VersionOrigin origin, CancellationToken ct) =>
        RunAsync(scope, ChangeSql, Parameters(scope, versionId, draft, origin), ct);

    public static async Task PublishAsync(TenantScope scope, string versionId, DraftText draft, DateTimeOffset now, CancellationToken ct)
    {
        await RetireAsync(scope, draft.DefinitionId, alsoPublished: true, ct);
        await RunAsync(scope, PublishSql, Parameters(scope, versionId, draft, new VersionOrigin(Author: null, now)), ct);
    }

    public static async Task<bool> RetractAsync(TenantScope scope, string definitionId, CancellationToken ct) => await RunAsync(
        scope,
        "UPDATE agentiq.workflow_definitions SET is_published = false WHERE tenant_id = @TenantId AND definition_id = @DefinitionId AND is_published",
        new { scope.TenantId, DefinitionId = definitionId },
        ct) == 1;

    public static Task FreezeAsync(TenantScope scope, string versionId, DateTimeOffset now, CancellationToken ct) => RunAsync(
        scope,
        "UPDATE agentiq.workflow_definitions SET frozen_at = @Now WHERE tenant_id = @TenantId AND version_id = @VersionId AND frozen_at IS NULL",
        new { scope.TenantId, VersionId = versionId, Now = now },
        ct);

    public static async Task<bool> DeleteAsync(TenantScope scope, string definitionId, string[] versionIds, string author, DateTimeOffset now, CancellationToken ct)
    {
        var deleted = await scope.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
            DeleteSql, new { scope.TenantId, VersionIds = versionIds, Author = author, Now = now }, cancellationToken: ct));
        await RunAsync(scope, PromoteSql, new { scope.TenantId, DefinitionId = definitionId }, ct);
        return deleted > 0;
    }

    public static async Task<string[]> AllAsync(TenantScope scope, string definitionId, CancellationToken ct) =>
        [.. await scope.Connection.QueryAsync<string>(new CommandDefinition(
            "SELECT version_id FROM agentiq.workflow_definitions WHERE tenant_id = @TenantId AND definition_id = @DefinitionId AND NOT is_deleted",
            new { scope.TenantId, DefinitionId = definitionId },
            cancellationToken: ct))];

    private static Task<int> RetireAsync(TenantScope scope, string definitionId, bool alsoPublished, CancellationToken ct) =>
        RunAsync(scope, RetireSql, new { scope.TenantId, DefinitionId = definitionId, AlsoPublished = alsoPublished }, ct);

    private static Task<int> RunAsync(TenantScope scope, string sql, object parameters, CancellationToken ct) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));

    private static Task<OwnVersion?> OneAsync(TenantScope scope, string where, string key, CancellationToken ct) =>
        scope.Connection.QuerySingleOrDefaultAsync<OwnVersion>(new CommandDefinition($"{OwnSql} {where}", new { scope.TenantId, Key = key }, cancellationToken: ct));

    private static object Parameters(TenantScope scope, string versionId, DraftText draft, VersionOrigin origin) => new
    {
        scope.TenantId,
        VersionId = versionId,
        draft.DefinitionId,
        draft.Name,
        draft.Description,
        draft.ToolVersion,
        draft.IsSystem,
        draft.Activation,
        draft.TriggerNames,
        draft.Body,
        draft.Hash,
        origin.Now,
        origin.Author,
        origin.Note,
        origin.BaseVersionId,
        origin.Change,
    };
}
