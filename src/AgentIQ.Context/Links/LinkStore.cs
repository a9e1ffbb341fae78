using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Context.Links;

/// <summary>Keeps links.</summary>
public sealed class LinkStore
{
    /// <summary>Stores links in both directions; one that is there already stays as it is.</summary>
    public Task SaveAsync(TenantScope scope, Guid interactionId, IReadOnlyList<Link> links, DateTimeOffset now, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interaction_links (seller_id, interaction_id, other_id, signal, confidence, linked_at)
            SELECT @sellerId, side.a, side.b, link.signal, link.confidence, @now
            FROM unnest(@others, @signals, @confidences) AS link (other_id, signal, confidence)
            CROSS JOIN LATERAL (VALUES (@interactionId, link.other_id), (link.other_id, @interactionId)) AS side (a, b)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                sellerId = scope.TenantId,
                interactionId,
                others = links.Select(link => link.OtherId).ToArray(),
                signals = links.Select(link => EnumText<LinkSignal>.Of(link.Signal)).ToArray(),
                confidences = links.Select(link => link.Confidence).ToArray(),
                now,
            },
            cancellationToken: cancellationToken));

    /// <summary>The links of an interaction, strongest first.</summary>
    public async Task<IReadOnlyList<Link>> ListAsync(TenantScope scope, Guid interactionId, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(Guid OtherId, string Signal)>(new CommandDefinition(
            """
            SELECT other_id, signal FROM interaction_links
            WHERE seller_id = @sellerId AND interaction_id = @interactionId
            ORDER BY confidence DESC, linked_at DESC, other_id
            """,
            new { sellerId = scope.TenantId, interactionId },
            cancellationToken: cancellationToken))).Select(row => Link.Of(row.OtherId, EnumText<LinkSignal>.Parse(row.Signal)))];
}
