using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Who changed a definition last, one row for each person. Each caller holds the definition's lock.</summary>
internal static class EditRows
{
    private const string CountSql =
        """
        INSERT INTO agentiq.workflow_edits (tenant_id, definition_id, author, change, kind, changed_at)
        SELECT @TenantId, @DefinitionId, @Author, coalesce(max(change), 0) + 1, @Kind, @Now
        FROM agentiq.workflow_edits
        WHERE tenant_id = @TenantId AND definition_id = @DefinitionId
        ON CONFLICT (tenant_id, definition_id, author) DO UPDATE SET change = excluded.change, kind = excluded.kind, changed_at = excluded.changed_at
        RETURNING change
        """;

    private const string OthersSql =
        """
        SELECT author, changed_at, kind FROM agentiq.workflow_edits
        WHERE tenant_id = @TenantId AND definition_id = @DefinitionId AND author <> @Author AND change > @Change
        ORDER BY change DESC LIMIT 1
        """;

    /// <summary>Counts a change.</summary>
    /// <returns>Its number, from 1.</returns>
    public static Task<long> CountAsync(TenantScope scope, string definitionId, string author, DefinitionEditKind kind, DateTimeOffset now, CancellationToken ct) =>
        scope.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
            CountSql,
            new { scope.TenantId, DefinitionId = definitionId, Author = author, Kind = kind.ToString().ToLowerInvariant(), Now = now },
            cancellationToken: ct));

    /// <summary>The last change by anybody but the author after the one that the author has seen; null: there is none.</summary>
    public static async Task<DefinitionEdit?> ByOthersAsync(TenantScope scope, string definitionId, string author, long seen, CancellationToken ct) =>
        await scope.Connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            OthersSql, new { scope.TenantId, DefinitionId = definitionId, Author = author, Change = seen }, cancellationToken: ct)) is { } row
            ? new DefinitionEdit(row.Author, row.ChangedAt, row.Kind)
            : null;

    private sealed class Row
    {
        public required string Author { get; init; }

        public required DateTimeOffset ChangedAt { get; init; }

        public required DefinitionEditKind Kind { get; init; }
    }
}
