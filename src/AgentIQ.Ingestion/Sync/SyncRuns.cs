using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>The record of finished runs.</summary>
public sealed class SyncRuns(IIdSource ids, IngestionOptions options)
{
    /// <summary>The last runs of a channel, newest first.</summary>
    public async Task<IReadOnlyList<SyncReport>> ListAsync(TenantScope scope, Guid channelId, int limit, CancellationToken cancellationToken)
    {
        var rows = await scope.Connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT outcome, fetched, created, updated, unchanged, quarantined, duration, reason
            FROM sync_runs WHERE seller_id = @sellerId AND channel_id = @channelId
            ORDER BY started_at DESC, id DESC LIMIT @limit
            """,
            new { sellerId = scope.TenantId, channelId, limit },
            cancellationToken: cancellationToken));
        return
        [
            .. rows.Select(row => new SyncReport(
                channelId,
                EnumText<SyncOutcome>.Parse(row.Outcome),
                new SyncCounts(row.Fetched, row.Created, row.Updated, row.Unchanged, row.Quarantined),
                row.Duration,
                Reason.FromJson(row.Reason))),
        ];
    }

    internal Task AppendAsync(TenantScope scope, SyncReport report, DateTimeOffset startedAt, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sync_runs (seller_id, id, channel_id, outcome, started_at, duration, fetched, created, updated, unchanged, quarantined, reason)
            VALUES (@sellerId, @id, @ChannelId, @outcome, @startedAt, @Duration, @Fetched, @Created, @Updated, @Unchanged, @Quarantined, @reason);
            DELETE FROM sync_runs WHERE seller_id = @sellerId AND channel_id = @ChannelId AND started_at < @expired;
            """,
            new
            {
                sellerId = scope.TenantId,
                id = ids.Next(),
                report.ChannelId,
                outcome = EnumText<SyncOutcome>.Of(report.Outcome),
                startedAt,
                report.Duration,
                report.Counts.Fetched,
                report.Counts.Created,
                report.Counts.Updated,
                report.Counts.Unchanged,
                report.Counts.Quarantined,
                reason = report.Reason?.ToJson(),
                expired = startedAt - options.RunHistory,
            },
            cancellationToken: cancellationToken));

    private sealed record Row(string Outcome, int Fetched, int Created, int Updated, int Unchanged, int Quarantined, TimeSpan Duration, string? Reason);
}
