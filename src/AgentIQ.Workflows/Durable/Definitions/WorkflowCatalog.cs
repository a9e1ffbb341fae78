using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable.Bursts;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>
/// Compiled versions, each compiled once per process and kept while it is in use: the least recently used ones are dropped. A draft is
/// compiled each time, because it may have changed; nothing runs on one before it is frozen. Platform versions are shared by all tenants.
/// </summary>
internal sealed class WorkflowCatalog(DefinitionCompiler compiler, WorkflowActivityStore activities, WorkflowOptions options)
{
    // What this transaction froze itself may be rolled back yet, and then be changed: it is not kept.
    // The tenant is named although row-level security would do for a tenant's own scope: the engine reads without one.
    private const string BodySql =
        """
        SELECT body, version, definition_id, true, true FROM agentiq.workflow_platform_versions WHERE version_id = $1
        UNION ALL
        SELECT body, version, definition_id, false, frozen_at IS NOT NULL AND xmin IS DISTINCT FROM pg_current_xact_id_if_assigned()::xid
        FROM agentiq.workflow_definitions WHERE version_id = $1 AND tenant_id = $2
        """;

    private readonly LeastRecentlyUsed<(Guid TenantId, string VersionId), CompiledWorkflow> _compiled = new(options.CompiledVersions);

    /// <exception cref="InvalidOperationException">The version does not exist, or cannot be compiled any more.</exception>
    public async ValueTask<CompiledWorkflow> GetAsync(TenantScope scope, string versionId, CancellationToken ct) =>
        Known(scope.TenantId, versionId) ?? await LoadAsync(scope.Connection, scope.TenantId, versionId, ct);

    /// <inheritdoc cref="GetAsync(TenantScope, string, CancellationToken)" />
    public async ValueTask<CompiledWorkflow> GetAsync(BurstTransaction transaction, Guid tenantId, string versionId, CancellationToken ct) =>
        Known(tenantId, versionId) ?? await LoadAsync(await transaction.ForReadingAsync(ct), tenantId, versionId, ct);

    /// <summary>The tenant's own published version, else the platform's; null: none is published.</summary>
    public async ValueTask<CompiledWorkflow?> FindPublishedAsync(BurstTransaction transaction, Guid tenantId, string definitionId, CancellationToken ct)
    {
        var connection = await transaction.ForReadingAsync(ct);
        await using var command = Sql.Command(connection, PublishedSql.VersionOf, tenantId, definitionId);
        return await command.ExecuteScalarAsync(ct) is string version ? await GetAsync(transaction, tenantId, version, ct) : null;
    }

    private CompiledWorkflow? Known(Guid tenantId, string versionId) =>
        _compiled.TryGet((tenantId, versionId), out var own) ? own : _compiled.TryGet((Guid.Empty, versionId), out var shared) ? shared : null;

    private async Task<CompiledWorkflow> LoadAsync(NpgsqlConnection connection, Guid tenantId, string versionId, CancellationToken ct)
    {
        string body;
        VersionIdentity identity;
        bool isPlatform;
        bool isFrozen;
        await using (var command = Sql.Command(connection, BodySql, versionId, tenantId))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                throw new InvalidOperationException($"Version '{versionId}' of a workflow definition does not exist. A version that instances run on must be kept.");
            }

            (body, identity) = (reader.GetString(0), new VersionIdentity(versionId, reader.GetInt32(1), reader.GetString(2)));
            (isPlatform, isFrozen) = (reader.GetBoolean(3), reader.GetBoolean(4));
        }

        var compiled = compiler.Compile(body, identity, await activities.ForAsync(connection, isPlatform ? null : tenantId, body, ct));
        var workflow = compiled.Workflow ?? throw new InvalidDefinitionException(versionId, compiled.Diagnostics);
        if (isFrozen)
        {
            _compiled.Put((isPlatform ? Guid.Empty : tenantId, versionId), workflow);
        }

        return workflow;
    }
}
