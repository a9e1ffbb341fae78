using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Reads the stored versions that definitions use as activities.</summary>
internal sealed class WorkflowActivityStore(ActivityRegistry registry) : IWorkflowActivityCatalog
{
    // A tenant's definitions see its own versions first, the platform's definitions see the platform's only; a draft may still change, so
    // nobody uses one. Every statement names the tenant.
    private const string VersionsSql =
        """
        SELECT version_id, definition_id, version, name FROM (
            SELECT version_id, definition_id, version, name, 0 AS place FROM agentiq.workflow_definitions
            WHERE tenant_id = $1 AND frozen_at IS NOT NULL
            UNION ALL
            SELECT version_id, definition_id, version, name, 1 FROM agentiq.workflow_platform_versions
        ) AS versions
        ORDER BY place, version_id
        """;

    private const string BodiesSql =
        """
        SELECT version_id, version, body, definition_id FROM agentiq.workflow_definitions WHERE tenant_id = $1 AND version_id = ANY($2) AND frozen_at IS NOT NULL
        UNION ALL
        SELECT version_id, version, body, definition_id FROM agentiq.workflow_platform_versions WHERE version_id = ANY($2)
        """;

    private const string PublishedSql =
        """
        SELECT version_id, version, body, definition_id FROM agentiq.workflow_definitions
        WHERE tenant_id = $1 AND is_published AND body LIKE '%"usableAsActivity"%'
        UNION ALL
        SELECT p.version_id, p.version, p.body, p.definition_id FROM agentiq.workflow_platform_versions p
        WHERE p.is_published AND p.body LIKE '%"usableAsActivity"%'
          AND NOT EXISTS (SELECT FROM agentiq.workflow_definitions d WHERE d.tenant_id = $1 AND d.definition_id = p.definition_id AND d.is_published)
        """;

    // A frozen version never changes again, so the list follows from which there are and which of them are published. What this transaction
    // froze itself may be rolled back yet, and then be changed: that is not kept.
    private const string UsableSql =
        """
        SELECT version_id, is_published, xmin IS DISTINCT FROM pg_current_xact_id_if_assigned()::xid AS is_settled
        FROM agentiq.workflow_definitions WHERE tenant_id = $1 AND frozen_at IS NOT NULL
        UNION ALL
        SELECT p.version_id, p.is_published AND NOT EXISTS (
            SELECT FROM agentiq.workflow_definitions d WHERE d.tenant_id = $1 AND d.definition_id = p.definition_id AND d.is_published), true
        FROM agentiq.workflow_platform_versions p
        """;

    private const string FingerprintSql =
        $"""
        SELECT coalesce(md5(string_agg(version_id || is_published, ',' ORDER BY version_id)), '') FROM ({UsableSql}) AS usable
        """;

    private const int KnownVersions = 10_000;

    /// <summary>Descriptors of frozen versions; null of one that says that it is not usable.</summary>
    private readonly LeastRecentlyUsed<(Guid TenantId, string VersionId), ActivityDescriptor?> _known = new(KnownVersions);

    public async Task<string> FingerprintAsync(TenantScope scope, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, FingerprintSql, scope.TenantId);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<IReadOnlyList<UsableWorkflow>> ListVersionsAsync(TenantScope scope, CancellationToken ct)
    {
        var versions = await FrozenAsync(scope, ct);
        var descriptors = versions.ToDictionary(v => v.VersionId, v => _known.TryGet((scope.TenantId, v.VersionId), out var known) ? known : null, StringComparer.Ordinal);
        var unread = versions.Where(v => !_known.TryGet((scope.TenantId, v.VersionId), out _)).ToDictionary(v => v.VersionId, StringComparer.Ordinal);
        var read = unread.Count == 0 ? [] : await ReadAsync(scope.Connection, BodiesSql, ct, scope.TenantId, unread.Keys.ToArray());
        foreach (var version in read)
        {
            descriptors[version.VersionId] = version.Descriptor;
        }

        foreach (var version in unread.Values.Where(v => v.IsSettled))
        {
            _known.Put((scope.TenantId, version.VersionId), descriptors[version.VersionId]);
        }

        return
        [
            .. from version in versions
               let descriptor = descriptors[version.VersionId]
               where descriptor is not null
               orderby descriptor.TypeName, !version.IsPublished, descriptor.Version
               select new UsableWorkflow(descriptor, version.IsPublished),
        ];
    }

    private static async Task<List<FrozenVersion>> FrozenAsync(TenantScope scope, CancellationToken ct)
    {
        var versions = new List<FrozenVersion>();
        await using var command = Sql.Command(scope.Connection, UsableSql, scope.TenantId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            versions.Add(new FrozenVersion(reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2)));
        }

        return versions;
    }

    public async Task<IReadOnlyList<ActivityDescriptor>> ListAsync(TenantScope scope, CancellationToken ct) =>
        [.. (await ReadAsync(scope.Connection, PublishedSql, ct, scope.TenantId)).Select(v => v.Descriptor).OrderBy(d => d.TypeName, StringComparer.Ordinal)];

    /// <summary>What one definition's text may use, directly and through what it uses. Without uses nothing is read.</summary>
    /// <param name="connection">Where; of any role that may read definitions.</param>
    /// <param name="tenantId">Whose definition; null: the platform's.</param>
    /// <param name="json">The definition.</param>
    /// <param name="ct">Cancels reading.</param>
    public async ValueTask<IWorkflowActivities> ForAsync(NpgsqlConnection connection, Guid? tenantId, string json, CancellationToken ct)
    {
        var wanted = WorkflowUses.In(json, registry);
        if (wanted.Count == 0)
        {
            return WorkflowActivitySet.Empty;
        }

        var stored = await VersionsAsync(connection, tenantId, ct);
        var found = new List<WorkflowActivityVersion>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (wanted.Count > 0)
        {
            var ids = stored.Where(v => wanted.Exists(w => w.Means(v))).Select(v => v.VersionId).Where(known.Add).ToArray();
            var read = ids.Length == 0 ? [] : await ReadAsync(connection, BodiesSql, ct, tenantId, ids);
            found.AddRange(read);
            wanted = [.. read.SelectMany(v => WorkflowUses.In(v.Definition, registry))];
        }

        // In the order of the stored versions, so that a tenant's own answers first.
        var places = stored.Select((v, i) => (v.VersionId, i)).ToDictionary(p => p.VersionId, p => p.i, StringComparer.Ordinal);
        return new WorkflowActivitySet(found.OrderBy(v => places[v.VersionId]));
    }

    private static async Task<List<StoredVersion>> VersionsAsync(NpgsqlConnection connection, Guid? tenantId, CancellationToken ct)
    {
        var versions = new List<StoredVersion>();
        await using var command = Sql.Command(connection, VersionsSql, tenantId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            versions.Add(new StoredVersion(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return versions;
    }

    private static async Task<List<WorkflowActivityVersion>> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object?[] values)
    {
        var found = new List<WorkflowActivityVersion>();
        await using var command = Sql.Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (WorkflowActivityVersion.Read(reader.GetString(2), new VersionIdentity(reader.GetString(0), reader.GetInt32(1), reader.GetString(3))) is { } version)
            {
                found.Add(version);
            }
        }

        return found;
    }

    private sealed record FrozenVersion(string VersionId, bool IsPublished, bool IsSettled);
}
