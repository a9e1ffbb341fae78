using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>Reads and writes what was said.</summary>
public sealed class InteractionContents
{
    /// <summary>The content of an interaction.</summary>
    /// <exception cref="InteractionNotFoundException">This seller has none with that id.</exception>
    public async Task<InteractionContent> GetAsync(TenantScope scope, Guid interactionId, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            """
            SELECT text, pros, cons, answer_text, answer_state, raw
            FROM interaction_content WHERE seller_id = @sellerId AND interaction_id = @interactionId
            """,
            new { sellerId = scope.TenantId, interactionId },
            cancellationToken: cancellationToken)) ?? throw new InteractionNotFoundException(interactionId);
        return new InteractionContent
        {
            Text = row.Text,
            Pros = row.Pros,
            Cons = row.Cons,
            Answer = row.AnswerText is null ? null : new InboundAnswer(row.AnswerText, EnumText<AnswerState>.Parse(row.AnswerState!)),
            Raw = row.Raw,
        };
    }

    /// <summary>Stores the content, replacing what was there.</summary>
    public Task SaveAsync(TenantScope scope, Guid interactionId, int? rating, InteractionContent content, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interaction_content (seller_id, interaction_id, text, pros, cons, content_hash, answer_text, answer_state, raw)
            VALUES (@sellerId, @interactionId, @text, @pros, @cons, @hash, @answerText, @answerState, @raw)
            ON CONFLICT (seller_id, interaction_id) DO UPDATE SET
                text = excluded.text, pros = excluded.pros, cons = excluded.cons, content_hash = excluded.content_hash,
                answer_text = excluded.answer_text, answer_state = excluded.answer_state, raw = excluded.raw
            """,
            new
            {
                sellerId = scope.TenantId,
                interactionId,
                text = content.Text,
                pros = content.Pros,
                cons = content.Cons,
                hash = content.Hash(rating),
                answerText = content.Answer?.Text,
                answerState = content.Answer is { } answer ? EnumText<AnswerState>.Of(answer.State) : null,
                raw = content.Raw,
            },
            cancellationToken: cancellationToken));

    private sealed record Row(string Text, string Pros, string Cons, string? AnswerText, string? AnswerState, string Raw);
}
