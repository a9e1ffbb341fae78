using System.Text.Encodings.Web;
using System.Text.Json;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Rules.Decisions;

/// <summary>The decision log in PostgreSQL.</summary>
internal sealed class DecisionLog(IPolicies policies, ShadowQueries shadows, IIdSource ids) : IDecisionLog
{
    /// <summary>Evidence is a few words; a match that swallows a paragraph would copy a person's text into the log.</summary>
    private const int LongestPhrase = 80;

    private const string Columns = "id, subject_id, stage, set_name, version, hash, rows, outputs, unknown, facts, facts_at, fault, decided_at";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Guid> AppendAsync(TenantScope scope, Decision decision, Guid subjectId, string stage, DateTimeOffset now, CancellationToken ct)
    {
        var id = ids.Next();
        var facts = RecordedFacts.Of(decision.Facts);
        var shadow = policies.Shadow(scope.TenantId, decision.Set)?.Evaluate(decision.Facts);
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            WITH words AS (
                INSERT INTO decision_texts (seller_id, subject_id, sha256, body, created_at)
                SELECT @Seller, @Subject, given.sha256, given.body, @Now
                FROM unnest(@Hashes, @Bodies) given (sha256, body)
                ON CONFLICT DO NOTHING
            )
            INSERT INTO rule_decisions (
                seller_id, id, subject_id, stage, set_name, version, hash, rows, outputs, unknown, facts, facts_at, fault, decided_at,
                shadow_version, shadow_outputs, shadow_rows, shadow_differs)
            VALUES (
                @Seller, @Id, @Subject, @Stage, @Set, @Version, @Hash, @Rows, @Outputs, @Unknown, @Facts, @FactsAt, @Fault, @Now,
                @ShadowVersion, @ShadowOutputs, @ShadowRows, @ShadowDiffers)
            """,
            new
            {
                Seller = scope.TenantId,
                Id = id,
                Subject = subjectId,
                Stage = stage,
                decision.Set,
                Version = decision.Version.ToString(),
                decision.Hash,
                Rows = JsonSerializer.Serialize(decision.Rows.Select(Recorded), Json),
                Outputs = decision.Outputs.ToJson(),
                Unknown = decision.Unknown.ToArray(),
                Facts = facts.Json,
                FactsAt = decision.Facts.Now,
                decision.Fault,
                Now = now,
                Hashes = facts.Texts.Keys.ToArray(),
                Bodies = facts.Texts.Values.ToArray(),
                ShadowVersion = shadow?.Version.ToString(),
                ShadowOutputs = shadow?.Outputs.ToJson(),
                ShadowRows = shadow?.Rows.Select(row => row.Id).ToArray(),
                ShadowDiffers = shadow is null ? (bool?)null : !shadow.Outputs.Same(decision.Outputs),
            },
            cancellationToken: ct));
        return id;
    }

    public async Task<IReadOnlyList<RecordedDecision>> OfAsync(TenantScope scope, Guid subjectId, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM rule_decisions WHERE seller_id = @Seller AND subject_id = @Subject ORDER BY id",
            new { Seller = scope.TenantId, Subject = subjectId },
            cancellationToken: ct));
        return [.. rows.Select(row => row.ToDecision())];
    }

    public async Task<RecordedDecision?> FindAsync(TenantScope scope, Guid decisionId, CancellationToken ct)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM rule_decisions WHERE seller_id = @Seller AND id = @Id",
            new { Seller = scope.TenantId, Id = decisionId },
            cancellationToken: ct));
        return row?.ToDecision();
    }

    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(TenantScope scope, DateTimeOffset since, CancellationToken ct)
    {
        // Keys begin with the time, so the month's partitions and the index answer; no row is read for its date.
        var rows = await scope.Connection.QueryAsync<(string Set, long Count)>(new CommandDefinition(
            "SELECT set_name, count(*) FROM rule_decisions WHERE seller_id = @Seller AND id >= @From AND NOT is_sandbox GROUP BY set_name",
            new { Seller = scope.TenantId, From = UuidV7.LeastAt(since) },
            cancellationToken: ct));
        return rows.ToDictionary(row => row.Set, row => row.Count, StringComparer.Ordinal);
    }

    public Task<ShadowReport?> ShadowAsync(TenantScope scope, string set, CancellationToken ct) =>
        policies.Shadow(scope.TenantId, set) is { } shadow ? shadows.ReportAsync(scope, shadow, ct) : Task.FromResult<ShadowReport?>(null);

    private static RecordedRow Recorded(DecisionRow row) => new(
        row.Table,
        row.Id,
        row.Description,
        [.. row.Matches.Select(match => match with { Phrase = match.Phrase.Length <= LongestPhrase ? match.Phrase : string.Concat(match.Phrase.AsSpan(0, LongestPhrase), "…") })]);

    // Properties and not a constructor, because Dapper has no constructor parameter for an array.
    private sealed class Row
    {
        public Guid Id { get; init; }

        public Guid SubjectId { get; init; }

        public string Stage { get; init; } = "";

        public string SetName { get; init; } = "";

        public string Version { get; init; } = "";

        public string Hash { get; init; } = "";

        public string Rows { get; init; } = "";

        public string Outputs { get; init; } = "";

        public string[] Unknown { get; init; } = [];

        public string Facts { get; init; } = "";

        public DateTimeOffset? FactsAt { get; init; }

        public string? Fault { get; init; }

        public DateTimeOffset DecidedAt { get; init; }

        public RecordedDecision ToDecision() => new(
            Id, SubjectId, Stage, SetName, Version, Hash, JsonSerializer.Deserialize<RecordedRow[]>(Rows, Json)!, Outputs, Unknown, Facts, FactsAt, Fault, DecidedAt);
    }
}
