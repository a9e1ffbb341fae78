using AgentIQ.Workflows.Definitions;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Children;

/// <summary>
/// Who may run beside whom. Instances whose strategy excludes each other hold the same key, of which the database allows one, so two
/// starts at the same time cannot both succeed; those that hold no key (started under another strategy, or that took a correlation
/// later) are found by their correlation.
/// </summary>
internal static class ActivationGate
{
    private const string RivalSql =
        """
        SELECT id FROM agentiq.workflow_instances
        WHERE tenant_id = $1 AND finished_at IS NULL AND is_sandbox = $5
          AND (singleton_key = $2 OR ($3::text IS NOT NULL AND correlation_id = $3 AND ($4::text IS NULL OR definition_id = $4)))
        ORDER BY id LIMIT 1
        """;

    private const string KeySql =
        """
        SELECT definition_id, activation_key, correlation_id, is_sandbox FROM agentiq.workflow_instances
        WHERE tenant_id = $1 AND id = $2 AND finished_at IS NOT NULL AND activation_key IS NOT NULL
        """;

    /// <summary>The running instance beside which a new one may not begin; null: it may. The statement names the tenant itself.</summary>
    public static Task<Guid?> FindRivalAsync(NpgsqlConnection connection, Guid tenantId, CompiledWorkflow workflow, string? correlationId, bool isSandbox, CancellationToken ct) =>
        FindRivalAsync(connection, tenantId, workflow.DefinitionId, workflow.ActivationKey(correlationId), correlationId, isSandbox, ct);

    /// <summary>Before a faulted instance runs again; writing it back takes its key again.</summary>
    /// <exception cref="ActivationRefusedException">Another one runs by now.</exception>
    public static async Task RefuseAsync(NpgsqlConnection connection, Guid tenantId, Guid instanceId, CancellationToken ct)
    {
        string definition, key;
        string? correlation;
        bool isSandbox;
        await using (var command = Sql.Command(connection, KeySql, tenantId, instanceId))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return;
            }

            (definition, key, correlation, isSandbox) = (reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetBoolean(3));
        }

        if (await FindRivalAsync(connection, tenantId, definition, key, correlation, isSandbox, ct) is { } rival)
        {
            throw new ActivationRefusedException(definition, ActivationKeys.StrategyOf(key, definition).ToString(), rival);
        }
    }

    private static async Task<Guid?> FindRivalAsync(NpgsqlConnection connection, Guid tenantId, string definitionId, string? key, string? correlationId, bool isSandbox, CancellationToken ct)
    {
        if (key is null)
        {
            return null;
        }

        var strategy = ActivationKeys.StrategyOf(key, definitionId);
        var correlation = strategy == ActivationStrategy.Singleton ? null : correlationId;
        var definition = strategy == ActivationStrategy.Correlation ? null : definitionId;
        await using var command = Sql.Command(connection, RivalSql, tenantId, key, correlation, definition, isSandbox);
        return (Guid?)await command.ExecuteScalarAsync(ct);
    }
}
