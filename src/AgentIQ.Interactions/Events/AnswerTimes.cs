using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>Reads how long interactions really waited, for many at once.</summary>
public sealed class AnswerTimes
{
    private static readonly string[] Answers = [InteractionEventTypes.ReplyApproved, InteractionEventTypes.AnsweredOutside];

    /// <summary>The times of those of the interactions that exist and need a reply, in no order.</summary>
    public async Task<IReadOnlyList<AnswerTime>> OfAsync(TenantScope scope, IReadOnlyCollection<Guid> interactions, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<AnswerTime>(new CommandDefinition(
            """
            SELECT interactions.id AS interaction_id, interactions.clock_start, answered.first_answer_at
            FROM interactions
            LEFT JOIN LATERAL (
                SELECT min(at) AS first_answer_at
                FROM interaction_events
                WHERE interaction_events.seller_id = interactions.seller_id AND interaction_id = interactions.id AND type = ANY(@Answers)
            ) answered ON true
            WHERE interactions.seller_id = @Seller AND interactions.id = ANY(@Ids) AND needs_reply
            """,
            new { Seller = scope.TenantId, Ids = interactions.ToArray(), Answers },
            cancellationToken: ct));
        return rows.AsList();
    }
}
