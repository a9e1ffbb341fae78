using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Validation;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Checks a definition beside the tenant's others: those that it uses as activities, and those that it starts.</summary>
internal sealed class TenantValidator(DefinitionCompiler compiler, WorkflowActivityStore activities)
{
    private const string KnownSql =
        """
        SELECT definition_id, bool_or(is_published) FROM agentiq.workflow_versions
        WHERE (tenant_id = $1 OR tenant_id IS NULL) AND NOT is_deleted AND definition_id = ANY($2)
        GROUP BY definition_id
        """;

    /// <param name="scope">The tenant.</param>
    /// <param name="json">The definition.</param>
    /// <param name="identity">The stored version; null: what the text says.</param>
    /// <param name="ct">Cancels reading.</param>
    public async Task<IReadOnlyList<Diagnostic>> ValidateAsync(TenantScope scope, string json, VersionIdentity? identity, CancellationToken ct)
    {
        var compiled = compiler.Compile(json, identity, await activities.ForAsync(scope.Connection, scope.TenantId, json, ct));
        return compiled.Workflow is { } workflow
            ? [.. compiled.Diagnostics, .. await CheckAsync(scope, ChildUse.In(workflow), ct)]
            : compiled.Diagnostics;
    }

    /// <summary>What is wrong with the workflows that a definition starts.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> CheckAsync(TenantScope scope, IReadOnlyList<ChildUse> uses, CancellationToken ct)
    {
        if (uses.Count == 0)
        {
            return [];
        }

        var isPublished = new Dictionary<string, bool>(StringComparer.Ordinal);
        await using var command = Sql.Command(scope.Connection, KnownSql, scope.TenantId, uses.Select(u => u.DefinitionId).Distinct().ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            isPublished[reader.GetString(0)] = reader.GetBoolean(1);
        }

        return [.. uses.Where(u => !isPublished.GetValueOrDefault(u.DefinitionId)).Select(u => Finding(u, isPublished.ContainsKey(u.DefinitionId)))];
    }

    private static Diagnostic Finding(ChildUse use, bool exists)
    {
        var finding = exists
            ? new Diagnostic(DiagnosticSeverity.Warning, use.Path, $"'{use.ActivityId}' starts the workflow '{use.DefinitionId}', which has no published version, so it will fail: publish that one")
            : new Diagnostic(DiagnosticSeverity.Warning, use.Path, $"'{use.ActivityId}' starts the workflow '{use.DefinitionId}', which does not exist, so it will fail: choose another");
        return finding with { ActivityId = use.ActivityId };
    }
}
