using System.Text.Encodings.Web;
using System.Text.Json;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Rules.Decisions;

/// <summary>The decision log in PostgreSQL.</summary>
internal sealed class DecisionLog(IIdSource ids) : IDecisionLog
{
    /// <summary>Evidence is a few words; a match that swallows a paragraph would copy a person's text into the log.</summary>
    private const int LongestPhrase = 80;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Guid> AppendAsync(TenantScope scope, Decision decision, Guid subjectId, string stage, DateTimeOffset now, CancellationToken ct)
    {
        var id = ids.Next();
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO rule_decisions (seller_id, id, subject_id, stage, set_name, version, hash, rows, outputs, unknown, facts, fault, decided_at)
            VALUES (@Seller, @Id, @Subject, @Stage, @Set, @Version, @Hash, @Rows, @Outputs, @Unknown, @Facts, @Fault, @Now)
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
                decision.Facts,
                decision.Fault,
                Now = now,
            },
            cancellationToken: ct));
        return id;
    }

    public async Task<IReadOnlyList<RecordedDecision>> OfAsync(TenantScope scope, Guid subjectId, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT id, subject_id, stage, set_name, version, hash, rows, outputs, unknown, facts, fault, decided_at
            FROM rule_decisions
            WHERE seller_id = @Seller AND subject_id = @Subject
            ORDER BY id
            """,
            new { Seller = scope.TenantId, Subject = subjectId },
            cancellationToken: ct));
        return [.. rows.Select(row => row.ToDecision())];
    }

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

        public string? Fault { get; init; }

        public DateTimeOffset DecidedAt { get; init; }

        public RecordedDecision ToDecision() =>
            new(Id, SubjectId, Stage, SetName, Version, Hash, JsonSerializer.Deserialize<RecordedRow[]>(Rows, Json)!, Outputs, Unknown, Facts, Fault, DecidedAt);
    }
}
