using System.Collections.Concurrent;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Compiled versions, each compiled once per process: a stored version never changes.</summary>
internal sealed class WorkflowCatalog(DefinitionCompiler compiler)
{
    private const string BodySql =
        """
        SELECT body, version FROM agentiq.workflow_platform_versions WHERE version_id = $1
        UNION ALL
        SELECT body, version FROM agentiq.workflow_definitions WHERE version_id = $1
        """;

    private readonly ConcurrentDictionary<(Guid TenantId, string VersionId), CompiledWorkflow> _compiled = new();

    /// <exception cref="InvalidOperationException">The version does not exist, or cannot be compiled any more.</exception>
    public async ValueTask<CompiledWorkflow> GetAsync(TenantScope scope, string versionId, CancellationToken ct)
    {
        var key = (scope.TenantId, versionId);
        return _compiled.TryGetValue(key, out var known) ? known : _compiled[key] = await LoadAsync(scope, versionId, ct);
    }

    private async Task<CompiledWorkflow> LoadAsync(TenantScope scope, string versionId, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, BodySql, versionId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            throw new InvalidOperationException($"Version '{versionId}' of a workflow definition does not exist. A version that instances run on must be kept.");
        }

        var compiled = compiler.Compile(reader.GetString(0), new VersionIdentity(versionId, reader.GetInt32(1)));
        return compiled.Workflow ?? throw new InvalidDefinitionException(versionId, compiled.Diagnostics);
    }
}
