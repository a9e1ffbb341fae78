using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions.Text;
using Dapper;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Reads versions as one tenant sees them.</summary>
internal sealed class DefinitionQueries(DefinitionText text, WorkflowActivityStore activities) : IWorkflowDefinitionQueries
{
    private const string Columns =
        """
        version_id, definition_id, version, name, description, tool_version, is_latest, is_published, is_system, tenant_id IS NULL AS is_platform, is_deleted,
        frozen_at IS NOT NULL AS is_frozen, revision, change, created_at, created_by, updated_at, updated_by, published_at, note, base_version_id, newer_base_version_id
        """;

    private const string From = "FROM agentiq.workflow_versions WHERE (tenant_id = @TenantId OR tenant_id IS NULL)";

    private const string Filter =
        """
          AND (@VersionIds::text[] IS NULL OR version_id = ANY(@VersionIds))
          AND (@DefinitionIds::text[] IS NULL OR definition_id = ANY(@DefinitionIds))
          AND (@VersionIds::text[] IS NOT NULL OR NOT is_deleted)
          AND (@IsSystem::boolean IS NULL OR is_system = @IsSystem)
          AND (@Search::text IS NULL
               OR strpos(lower(version_id), @Search) > 0 OR strpos(lower(definition_id), @Search) > 0
               OR strpos(lower(coalesce(name, '')), @Search) > 0 OR strpos(lower(coalesce(description, '')), @Search) > 0)
        """;

    public async Task<DefinitionPage> ListAsync(TenantScope scope, DefinitionFilter filter, CancellationToken ct)
    {
        var parameters = Parameters(scope, filter);
        var where = Where(filter);
        var items = await scope.Connection.QueryAsync<DefinitionVersionSummary>(new CommandDefinition(
            $"SELECT {Columns} {where} ORDER BY {Order(filter)} OFFSET @Skip LIMIT @Take", parameters, cancellationToken: ct));
        var total = await scope.Connection.ExecuteScalarAsync<int>(new CommandDefinition($"SELECT count(*) {where}", parameters, cancellationToken: ct));
        return new DefinitionPage(items.AsList(), total);
    }

    public async Task<IReadOnlyList<DefinitionVersion>> ReadAsync(TenantScope scope, DefinitionFilter filter, CancellationToken ct) =>
        await ManyAsync(scope, $"SELECT {Columns}, body {Where(filter)} ORDER BY {Order(filter)} OFFSET @Skip LIMIT @Take", Parameters(scope, filter), ct);

    public async Task<IReadOnlyList<string>> ConsumersAsync(TenantScope scope, string definitionId, CancellationToken ct)
    {
        var candidates = await ManyAsync(
            scope,
            $"SELECT {Columns}, body {From} AND (is_latest OR is_published) AND definition_id <> @Key AND strpos(body, @Quoted) > 0",
            new { scope.TenantId, Key = definitionId, Quoted = definitionId },
            ct);
        return [.. candidates.Where(version => Consumption.IsIn(version.Body, definitionId)).Select(version => version.Summary.DefinitionId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public Task<DefinitionVersion?> FindAsync(TenantScope scope, string definitionId, VersionOptions version, CancellationToken ct) => OneAsync(
        scope,
        // A copy wins over the platform's version of the same number.
        $"AND definition_id = @Key AND NOT is_deleted AND {Selects(version)} ORDER BY tenant_id NULLS LAST, version DESC LIMIT 1",
        new { scope.TenantId, Key = definitionId, version.Number },
        ct);

    public Task<DefinitionVersion?> FindByIdAsync(TenantScope scope, string versionId, CancellationToken ct) =>
        OneAsync(scope, "AND version_id = @Key", new { scope.TenantId, Key = versionId }, ct);

    public async Task<bool> IsNameUniqueAsync(TenantScope scope, string name, string? definitionId, CancellationToken ct) =>
        !await scope.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"SELECT EXISTS (SELECT {From} AND is_latest AND name = @Name AND definition_id IS DISTINCT FROM @DefinitionId)",
            new { scope.TenantId, Name = name, DefinitionId = definitionId },
            cancellationToken: ct));

    public async Task<string> ForDesignerAsync(TenantScope scope, DefinitionVersion version, string? links, CancellationToken ct) => text.ForDesigner(
        version.Body, EnvelopeOf(version.Summary), links, DefinitionRevision.Of(version.Summary), await activities.ForAsync(scope.Connection, version.Summary.IsPlatform ? null : scope.TenantId, version.Body, ct));

    public async Task<WorkflowGraphNode?> FindNodeAsync(TenantScope scope, DefinitionVersion version, string? nodeId, CancellationToken ct)
    {
        var uses = await activities.ForAsync(scope.Connection, version.Summary.IsPlatform ? null : scope.TenantId, version.Body, ct);
        return text.FindNode(text.ForDesigner(version.Body, EnvelopeOf(version.Summary), links: null, DefinitionRevision.Of(version.Summary), uses), version.Summary.DefinitionId, nodeId, uses);
    }

    public string ForExport(DefinitionVersion version) => text.ForExport(version.Body, EnvelopeOf(version.Summary));

    private static async Task<DefinitionVersion?> OneAsync(TenantScope scope, string where, object parameters, CancellationToken ct) =>
        (await ManyAsync(scope, $"SELECT {Columns}, body {From} {where}", parameters, ct)).FirstOrDefault();

    private static async Task<List<DefinitionVersion>> ManyAsync(TenantScope scope, string sql, object parameters, CancellationToken ct) =>
        (await scope.Connection.QueryAsync<DefinitionVersionSummary, string, DefinitionVersion>(
            new CommandDefinition(sql, parameters, cancellationToken: ct), (summary, body) => new DefinitionVersion(summary, body), splitOn: "body")).AsList();

    private static string Where(DefinitionFilter filter) => $"{From} {Filter} AND {Selects(filter.Version)}";

    private static object Parameters(TenantScope scope, DefinitionFilter filter) => new
    {
        scope.TenantId,
        VersionIds = filter.VersionIds?.ToArray(),
        DefinitionIds = filter.DefinitionIds?.ToArray(),
        filter.IsSystem,
        Search = string.IsNullOrEmpty(filter.SearchTerm) ? null : filter.SearchTerm.ToLowerInvariant(),
        filter.Version.Number,
        filter.Skip,
        filter.Take,
    };

    private static DefinitionEnvelope EnvelopeOf(DefinitionVersionSummary version) =>
        new(version.VersionId, version.DefinitionId, version.Version, version.CreatedAt, version.IsLatest, version.IsPublished, IsReadonly: version.IsDeleted);

    private static string Selects(VersionOptions options) => options.Kind switch
    {
        "Latest" => "is_latest",
        "Published" => "is_published",
        "LatestOrPublished" => "(is_latest OR is_published)",
        "LatestAndPublished" => "(is_latest AND is_published)",
        // An older platform version is no draft of anybody.
        "Draft" => "(NOT is_published AND tenant_id IS NOT NULL)",
        "Number" => "version = @Number",
        _ => "true",
    };

    private static string Order(DefinitionFilter filter)
    {
        var direction = filter.Descending ? "DESC" : "ASC";
        return filter.OrderBy switch
        {
            DefinitionOrder.Version => $"version {direction}, tenant_id NULLS LAST, version_id",
            DefinitionOrder.Created => $"created_at {direction}, version_id",
            _ => $"name {direction} NULLS LAST, version DESC, version_id",
        };
    }
}
