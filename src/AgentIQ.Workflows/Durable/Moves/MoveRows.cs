using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using Dapper;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>The statements of plans.</summary>
internal static class MoveRows
{
    private const string AddSql =
        """
        INSERT INTO agentiq.workflow_moves (tenant_id, id, definition_id, from_version_id, to_version_id, to_hash, mapping, state, created_at, created_by, updated_at)
        VALUES (@TenantId, @Id, @DefinitionId, @FromVersionId, @ToVersionId, @ToHash, @Mapping, 'planning', @Now, @Author, @Now)
        """;

    private const string PageSql =
        """
        SELECT i.id, i.version_id, i.state
        FROM agentiq.workflow_instances i
        WHERE i.tenant_id = $1 AND i.definition_id = $2 AND i.id > $3 AND ($4::text IS NULL OR i.version_id = $4) AND i.version_id <> $5
          AND (i.finished_at IS NULL OR i.sub_status = 'Faulted')
        ORDER BY i.id
        LIMIT $6
        """;

    private const string FoundSql =
        """
        INSERT INTO agentiq.workflow_move_instances (tenant_id, move_id, instance_id, from_version_id, outcome, standing, reasons, notes, decided_at)
        SELECT $1, $2, found.*, $9
        FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) AS found
        """;

    private const string SummarySql =
        """
        SELECT m.id, m.definition_id, m.from_version_id, m.to_version_id, m.state, m.created_at, m.created_by,
               count(*) FILTER (WHERE outcome = 'movable')::int AS movable, count(*) FILTER (WHERE outcome = 'blocked')::int AS blocked,
               count(*) FILTER (WHERE outcome = 'moved')::int AS moved, count(*) FILTER (WHERE outcome = 'gone')::int AS gone
        FROM agentiq.workflow_moves m
        LEFT JOIN agentiq.workflow_move_instances i ON i.tenant_id = m.tenant_id AND i.move_id = m.id
        WHERE m.tenant_id = @TenantId AND m.id = @Id
        GROUP BY m.tenant_id, m.id
        """;

    private const string StandingSql =
        """
        SELECT s ->> 'activityId' AS activity_id, s ->> 'targetActivityId' AS target_activity_id, s ->> 'kind' AS kind, count(*)::int AS count
        FROM agentiq.workflow_move_instances i, json_array_elements(i.standing::json) s
        WHERE i.tenant_id = @TenantId AND i.move_id = @Id
        GROUP BY 1, 2, 3
        ORDER BY 4 DESC, 1
        """;

    private const string ReasonsSql =
        """
        SELECT r AS reason, count(*)::int AS count
        FROM agentiq.workflow_move_instances i, json_array_elements_text(i.reasons::json) r
        WHERE i.tenant_id = @TenantId AND i.move_id = @Id AND i.outcome = 'blocked'
        GROUP BY 1
        ORDER BY 2 DESC, 1
        """;

    private const string InstancesSql =
        """
        SELECT instance_id, from_version_id, outcome, standing, reasons, notes
        FROM agentiq.workflow_move_instances
        WHERE tenant_id = @TenantId AND move_id = @Id AND (@Outcome::text IS NULL OR outcome = @Outcome) AND (@After::uuid IS NULL OR instance_id > @After)
        ORDER BY instance_id
        LIMIT @Take
        """;

    public static Task AddAsync(TenantScope scope, Guid id, PlanMove request, string hash, DateTimeOffset now, CancellationToken ct) => RunAsync(
        scope,
        AddSql,
        new
        {
            scope.TenantId,
            Id = id,
            request.DefinitionId,
            request.FromVersionId,
            request.ToVersionId,
            ToHash = hash,
            Mapping = JsonSerializer.Serialize(request.Mapping ?? new Dictionary<string, string>(), WorkflowJson.Options),
            Now = now,
            request.Author,
        },
        ct);

    /// <summary>Moves a plan on; null where it is not in one of these states.</summary>
    public static Task SetStateAsync(TenantScope scope, Guid id, MoveState state, DateTimeOffset now, CancellationToken ct) => RunAsync(
        scope,
        "UPDATE agentiq.workflow_moves SET state = @State, updated_at = @Now WHERE tenant_id = @TenantId AND id = @Id",
        new { scope.TenantId, Id = id, State = Text(state), Now = now },
        ct);

    public static Task<MoveHead?> FindAsync(TenantScope scope, Guid id, CancellationToken ct) =>
        scope.Connection.QuerySingleOrDefaultAsync<MoveHead>(new CommandDefinition(
            "SELECT id, definition_id, to_version_id, to_hash, mapping, state FROM agentiq.workflow_moves WHERE tenant_id = @TenantId AND id = @Id",
            new { scope.TenantId, Id = id },
            cancellationToken: ct));

    public static async Task<List<(Guid Id, string VersionId, byte[]? State)>> PageAsync(TenantScope scope, PlanMove request, Guid after, int size, CancellationToken ct)
    {
        var page = new List<(Guid, string, byte[]?)>();
        await using var command = Sql.Command(scope.Connection, PageSql, scope.TenantId, request.DefinitionId, after, request.FromVersionId, request.ToVersionId, size);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            page.Add((reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)));
        }

        return page;
    }

    public static async Task AddFoundAsync(TenantScope scope, Guid id, IReadOnlyList<InstanceMove> found, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = Sql.Command(
            scope.Connection, FoundSql, scope.TenantId, id, found.Select(f => f.InstanceId).ToArray(), found.Select(f => f.FromVersionId).ToArray(),
            found.Select(f => Text(f.Outcome)).ToArray(), found.Select(f => Json(f.Standing)).ToArray(), found.Select(f => Json(f.Reasons)).ToArray(),
            found.Select(f => Json(f.Notes)).ToArray(), now);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<MovePlan?> SummaryAsync(TenantScope scope, Guid id, CancellationToken ct)
    {
        var key = new { scope.TenantId, Id = id };
        var plan = await scope.Connection.QuerySingleOrDefaultAsync<PlanRow>(new CommandDefinition(SummarySql, key, cancellationToken: ct));
        if (plan is null)
        {
            return null;
        }

        var standing = await scope.Connection.QueryAsync<StandingRow>(new CommandDefinition(StandingSql, key, cancellationToken: ct));
        var reasons = await scope.Connection.QueryAsync<ReasonCount>(new CommandDefinition(ReasonsSql, key, cancellationToken: ct));
        return plan.With([.. standing.Select(s => s.ToCount())], reasons.AsList());
    }

    public static async Task<IReadOnlyList<InstanceMove>> InstancesAsync(TenantScope scope, Guid id, MoveOutcome? outcome, Guid? after, int take, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<InstanceRow>(new CommandDefinition(
            InstancesSql, new { scope.TenantId, Id = id, Outcome = outcome is { } o ? Text(o) : null, After = after, Take = take }, cancellationToken: ct));
        return [.. rows.Select(r => r.ToMove())];
    }

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, WorkflowJson.Options);

    public static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static Task<int> RunAsync(TenantScope scope, string sql, object parameters, CancellationToken ct) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));

    private sealed class PlanRow
    {
        public required Guid Id { get; init; }

        public required string DefinitionId { get; init; }

        public string? FromVersionId { get; init; }

        public required string ToVersionId { get; init; }

        public required string State { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required string CreatedBy { get; init; }

        public int Movable { get; init; }

        public int Blocked { get; init; }

        public int Moved { get; init; }

        public int Gone { get; init; }

        public MovePlan With(IReadOnlyList<StandingCount> standing, IReadOnlyList<ReasonCount> reasons) => new()
        {
            Id = Id,
            DefinitionId = DefinitionId,
            FromVersionId = FromVersionId,
            ToVersionId = ToVersionId,
            State = Enum.Parse<MoveState>(State, ignoreCase: true),
            CreatedAt = CreatedAt,
            CreatedBy = CreatedBy,
            Movable = Movable,
            Blocked = Blocked,
            Moved = Moved,
            Gone = Gone,
            Standing = standing,
            Reasons = reasons,
        };
    }

    private sealed class StandingRow
    {
        public required string ActivityId { get; init; }

        public string? TargetActivityId { get; init; }

        public required string Kind { get; init; }

        public int Count { get; init; }

        public StandingCount ToCount() => new(new Standing(ActivityId, TargetActivityId, Enum.Parse<StandingKind>(Kind)), Count);
    }

    private sealed class InstanceRow
    {
        public required Guid InstanceId { get; init; }

        public required string FromVersionId { get; init; }

        public required string Outcome { get; init; }

        public required string Standing { get; init; }

        public required string Reasons { get; init; }

        public required string Notes { get; init; }

        public InstanceMove ToMove() => new(InstanceId, FromVersionId, Enum.Parse<MoveOutcome>(Outcome, ignoreCase: true), Read<Standing>(Standing), Read<string>(Reasons), Read<string>(Notes));

        private static T[] Read<T>(string json) => JsonSerializer.Deserialize<T[]>(json, WorkflowJson.Options)!;
    }
}

/// <summary>What applying a plan needs to know of it.</summary>
internal sealed class MoveHead
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string ToVersionId { get; init; }

    public required string ToHash { get; init; }

    public required string Mapping { get; init; }

    public required string State { get; init; }

    public IReadOnlyDictionary<string, string> Given => JsonSerializer.Deserialize<Dictionary<string, string>>(Mapping, WorkflowJson.Options)!;
}
