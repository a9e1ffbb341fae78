using System.Security.Cryptography;
using System.Text;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>
/// Where records go that could not be understood or stored, verbatim and with the reason. Every later sync tries them
/// again by itself; one that then comes through is marked as resolved.
/// </summary>
public sealed class Quarantine(IIdSource ids, TimeProvider time)
{
    /// <summary>What waits, newest first.</summary>
    public async Task<IReadOnlyList<QuarantinedRecord>> ListAsync(TenantScope scope, Guid channelId, int limit, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<QuarantinedRecord>(new CommandDefinition(
            """
            SELECT id, channel_id, external_id, raw, problem, times, first_seen_at, last_seen_at
            FROM quarantine
            WHERE seller_id = @sellerId AND channel_id = @channelId AND resolved_at IS NULL
            ORDER BY id DESC LIMIT @limit
            """,
            new { sellerId = scope.TenantId, channelId, limit },
            cancellationToken: cancellationToken))];

    internal Task AddAsync(TenantScope scope, Guid channelId, FetchedRecord record, string problem, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO quarantine AS q (seller_id, id, channel_id, external_id, raw_hash, raw, problem, first_seen_at, last_seen_at)
            VALUES (@sellerId, @id, @channelId, @externalId, @hash, @raw, @problem, @now, @now)
            ON CONFLICT (seller_id, channel_id, raw_hash) DO UPDATE
            SET times = q.times + 1, last_seen_at = excluded.last_seen_at, problem = excluded.problem, resolved_at = NULL
            """,
            new
            {
                sellerId = scope.TenantId,
                id = ids.Next(),
                channelId,
                externalId = record.ExternalId,
                hash = SHA256.HashData(Encoding.UTF8.GetBytes(record.Raw)),
                raw = record.Raw,
                problem,
                now = time.GetUtcNow(),
            },
            cancellationToken: cancellationToken));

    /// <summary>Ids of items that wait.</summary>
    internal static async Task<HashSet<string>> WaitingAsync(TenantScope scope, Guid channelId, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<string>(new CommandDefinition(
            """
            SELECT DISTINCT external_id FROM quarantine
            WHERE seller_id = @sellerId AND channel_id = @channelId AND resolved_at IS NULL AND external_id IS NOT NULL
            """,
            new { sellerId = scope.TenantId, channelId },
            cancellationToken: cancellationToken))];

    internal Task ResolveAsync(TenantScope scope, Guid channelId, string externalId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE quarantine SET resolved_at = @now
            WHERE seller_id = @sellerId AND channel_id = @channelId AND external_id = @externalId AND resolved_at IS NULL
            """,
            new { sellerId = scope.TenantId, channelId, externalId, now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
}
