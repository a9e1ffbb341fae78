using System.Text.Encodings.Web;
using System.Text.Json;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Intelligence.Drafts;

/// <summary>Keeps drafts.</summary>
public sealed class DraftStore
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The newest draft of an interaction, or null.</summary>
    public async Task<Draft?> LatestAsync(TenantScope scope, Guid interactionId, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            """
            SELECT id, text, source, template_id, violations, warnings, created_at FROM drafts
            WHERE seller_id = @sellerId AND interaction_id = @interactionId
            ORDER BY id DESC LIMIT 1
            """,
            new { sellerId = scope.TenantId, interactionId },
            cancellationToken: cancellationToken));
        return row is null
            ? null
            : new Draft(row.Id, interactionId, row.Text, row.Source, row.TemplateId, Read(row.Violations), Read(row.Warnings), row.CreatedAt);
    }

    /// <summary>Stores a new draft.</summary>
    public Task AddAsync(TenantScope scope, Draft draft, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO drafts (seller_id, id, interaction_id, text, source, template_id, violations, warnings, created_at)
            VALUES (@sellerId, @Id, @InteractionId, @Text, @Source, @TemplateId, @violations, @warnings, @CreatedAt)
            """,
            new
            {
                sellerId = scope.TenantId,
                draft.Id,
                draft.InteractionId,
                draft.Text,
                draft.Source,
                draft.TemplateId,
                violations = JsonSerializer.Serialize(draft.Violations, Format),
                warnings = JsonSerializer.Serialize(draft.Warnings, Format),
                draft.CreatedAt,
            },
            cancellationToken: cancellationToken));

    /// <summary>Replaces what the guardrails say of a draft: the policy may have changed since it was made.</summary>
    public Task SaveCheckAsync(TenantScope scope, Guid draftId, ReplyCheckResult check, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE drafts SET violations = @violations, warnings = @warnings WHERE seller_id = @sellerId AND id = @draftId",
            new
            {
                sellerId = scope.TenantId,
                draftId,
                violations = JsonSerializer.Serialize(check.Violations, Format),
                warnings = JsonSerializer.Serialize(check.Warnings, Format),
            },
            cancellationToken: cancellationToken));

    private static IReadOnlyList<GuardrailFinding> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<GuardrailFinding>>(json, Format)!;

    private sealed class Row
    {
        public Guid Id { get; set; }
        public string Text { get; set; } = "";
        public string Source { get; set; } = "";
        public string? TemplateId { get; set; }
        public string Violations { get; set; } = "";
        public string Warnings { get; set; } = "";
        public DateTimeOffset CreatedAt { get; set; }
    }
}
