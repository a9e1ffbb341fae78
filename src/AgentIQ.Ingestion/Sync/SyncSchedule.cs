using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>Who syncs which channel when. Due times are ours (the business clock); leases are the database's clock alone.</summary>
internal sealed class SyncSchedule(Database database, TimeProvider time, IngestionOptions options)
{
    /// <summary>Takes channels that are due, of any seller, the most overdue first.</summary>
    public async Task<IReadOnlyList<SyncLease>> ClaimDueAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(cancellationToken);
        var leases = await connection.QueryAsync<SyncLease>(new CommandDefinition(
            """
            UPDATE sync_schedule s
            SET lease_until = clock_timestamp() + @lease, fencing_token = s.fencing_token + 1
            FROM (SELECT seller_id, channel_id FROM sync_schedule
                  WHERE NOT is_stopped AND next_run_at <= @now AND (lease_until IS NULL OR lease_until < clock_timestamp())
                  ORDER BY next_run_at
                  LIMIT @count
                  FOR UPDATE SKIP LOCKED) due
            WHERE s.seller_id = due.seller_id AND s.channel_id = due.channel_id
            RETURNING s.seller_id, s.channel_id, s.fencing_token, s.failures
            """,
            new { now = time.GetUtcNow(), count, lease = options.LeaseDuration },
            cancellationToken: cancellationToken));
        return [.. leases];
    }

    /// <summary>Takes one channel whether it is due or not; null when another process has it or it is stopped.</summary>
    public Task<SyncLease?> ClaimAsync(Guid sellerId, Guid channelId, CancellationToken cancellationToken) =>
        database.InTenantAsync(sellerId, scope => scope.Connection.QuerySingleOrDefaultAsync<SyncLease>(new CommandDefinition(
            """
            UPDATE sync_schedule
            SET lease_until = clock_timestamp() + @lease, fencing_token = fencing_token + 1
            WHERE seller_id = @sellerId AND channel_id = @channelId AND NOT is_stopped
              AND (lease_until IS NULL OR lease_until < clock_timestamp())
            RETURNING seller_id, channel_id, fencing_token, failures
            """,
            new { sellerId, channelId, lease = options.LeaseDuration },
            cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>
    /// Locks the lease in the caller's transaction and prolongs it: what the transaction writes is written only by its owner.
    /// </summary>
    /// <exception cref="SyncLeaseLostException">Somebody else has the channel.</exception>
    public async Task FenceAsync(TenantScope scope, SyncLease lease, CancellationToken cancellationToken)
    {
        var rows = await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sync_schedule SET lease_until = clock_timestamp() + @duration
            WHERE seller_id = @SellerId AND channel_id = @ChannelId AND fencing_token = @FencingToken
            """,
            new { lease.SellerId, lease.ChannelId, lease.FencingToken, duration = options.LeaseDuration },
            cancellationToken: cancellationToken));
        if (rows == 0)
        {
            throw new SyncLeaseLostException(lease);
        }
    }

    /// <summary>Gives the lease back and plans the next run.</summary>
    public Task FinishAsync(TenantScope scope, SyncLease lease, DateTimeOffset nextRunAt, int failures, bool stop, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sync_schedule
            SET lease_until = NULL, next_run_at = @nextRunAt, failures = @failures, is_stopped = is_stopped OR @stop
            WHERE seller_id = @SellerId AND channel_id = @ChannelId AND fencing_token = @FencingToken
            """,
            new { lease.SellerId, lease.ChannelId, lease.FencingToken, nextRunAt, failures, stop },
            cancellationToken: cancellationToken));

    /// <summary>Gives the lease back at once, for a process that stops in the middle of a run.</summary>
    public Task ReleaseAsync(SyncLease lease) =>
        database.InTenantAsync(lease.SellerId, scope => scope.Connection.ExecuteAsync(
            "UPDATE sync_schedule SET lease_until = NULL WHERE seller_id = @SellerId AND channel_id = @ChannelId AND fencing_token = @FencingToken",
            new { lease.SellerId, lease.ChannelId, lease.FencingToken }), CancellationToken.None);

    /// <summary>Makes a channel due now, as when a person asks for it.</summary>
    public static Task RequestAsync(TenantScope scope, Guid channelId, DateTimeOffset now, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE sync_schedule SET next_run_at = least(next_run_at, @now) WHERE seller_id = @sellerId AND channel_id = @channelId",
            new { sellerId = scope.TenantId, channelId, now },
            cancellationToken: cancellationToken));
}
