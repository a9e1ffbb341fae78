using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>What the marketplace still counted as unanswered when we last looked.</summary>
internal static class OpenItems
{
    /// <summary>All ids of a channel.</summary>
    public static async Task<HashSet<string>> ListAsync(TenantScope scope, Guid channelId, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<string>(new CommandDefinition(
            "SELECT external_id FROM open_items WHERE seller_id = @sellerId AND channel_id = @channelId",
            new { sellerId = scope.TenantId, channelId },
            cancellationToken: cancellationToken))];

    public static Task AddAsync(TenantScope scope, Guid channelId, string externalId, DateTimeOffset occurredAt, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO open_items (seller_id, channel_id, external_id, occurred_at) VALUES (@sellerId, @channelId, @externalId, @occurredAt)
            ON CONFLICT (seller_id, channel_id, external_id) DO NOTHING
            """,
            new { sellerId = scope.TenantId, channelId, externalId, occurredAt },
            cancellationToken: cancellationToken));

    public static Task RemoveAsync(TenantScope scope, Guid channelId, string externalId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM open_items WHERE seller_id = @sellerId AND channel_id = @channelId AND external_id = @externalId",
            new { sellerId = scope.TenantId, channelId, externalId },
            cancellationToken: cancellationToken));

    /// <summary>
    /// What is worth reading singly: items that should have been in the unanswered list as far down as it was read
    /// (<paramref name="covered"/>; null is all of it) and were not, and items with a reply of ours under moderation. An item
    /// that was read in vain is left alone until <paramref name="checkedBefore"/>.
    /// </summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(
        TenantScope scope, Guid channelId, IReadOnlyCollection<string> seen, DateTimeOffset? covered, DateTimeOffset checkedBefore, int limit, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<string>(new CommandDefinition(
            """
            SELECT external_id FROM (
                SELECT external_id, occurred_at AS since FROM open_items
                WHERE seller_id = @sellerId AND channel_id = @channelId
                  AND (@covered::timestamptz IS NULL OR occurred_at >= @covered) AND (checked_at IS NULL OR checked_at < @checkedBefore)
                UNION
                SELECT external_id, sent_at FROM replies
                WHERE seller_id = @sellerId AND channel_id = @channelId AND status IN ('sent', 'moderation')
            ) wanted
            WHERE external_id <> ALL (@seen)
            GROUP BY external_id
            ORDER BY min(since)
            LIMIT @limit
            """,
            new { sellerId = scope.TenantId, channelId, seen = seen.ToArray(), covered, checkedBefore, limit },
            cancellationToken: cancellationToken))];

    public static Task CheckedAsync(TenantScope scope, Guid channelId, string externalId, DateTimeOffset now, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE open_items SET checked_at = @now WHERE seller_id = @sellerId AND channel_id = @channelId AND external_id = @externalId",
            new { sellerId = scope.TenantId, channelId, externalId, now },
            cancellationToken: cancellationToken));
}
