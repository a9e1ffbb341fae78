using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>How far one half of a channel has been read.</summary>
internal sealed record PassState(SyncPass Pass)
{
    /// <summary>The newest item that a completed pass saw; null before the first.</summary>
    public DateTimeOffset? Watermark { get; init; }

    /// <summary>When the pass last came through.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>When it last ignored its watermark.</summary>
    public DateTimeOffset? SweptAt { get; init; }

    /// <summary>What a budget left over; null when nothing.</summary>
    public PassBacklog? Backlog { get; init; }
}

/// <summary>The part of a list below the point where a budget ended.</summary>
/// <param name="Offset">Where that was. The list moves, so <paramref name="From"/> decides.</param>
/// <param name="From">The oldest item that was read.</param>
/// <param name="Floor">How far down it goes; null is the end of the list.</param>
internal sealed record PassBacklog(int Offset, DateTimeOffset From, DateTimeOffset? Floor);

/// <summary>The rows behind <see cref="PassState"/>.</summary>
internal static class PassStates
{
    public static async Task<PassState> GetAsync(TenantScope scope, Guid channelId, SyncPass pass, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            """
            SELECT watermark, last_run_at, swept_at, backlog_offset, backlog_from, backlog_floor
            FROM sync_passes WHERE seller_id = @sellerId AND channel_id = @channelId AND pass = @pass
            """,
            new { sellerId = scope.TenantId, channelId, pass = EnumText<SyncPass>.Of(pass) },
            cancellationToken: cancellationToken));
        return row is null
            ? new PassState(pass)
            : new PassState(pass)
            {
                Watermark = row.Watermark,
                LastRunAt = row.LastRunAt,
                SweptAt = row.SweptAt,
                Backlog = row is { BacklogOffset: { } offset, BacklogFrom: { } from } ? new PassBacklog(offset, from, row.BacklogFloor) : null,
            };
    }

    public static Task SaveAsync(TenantScope scope, Guid channelId, PassState state, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sync_passes (seller_id, channel_id, pass, watermark, last_run_at, swept_at, backlog_offset, backlog_from, backlog_floor)
            VALUES (@sellerId, @channelId, @pass, @Watermark, @LastRunAt, @SweptAt, @backlogOffset, @backlogFrom, @backlogFloor)
            ON CONFLICT (seller_id, channel_id, pass) DO UPDATE SET
                watermark = excluded.watermark, last_run_at = excluded.last_run_at, swept_at = excluded.swept_at,
                backlog_offset = excluded.backlog_offset, backlog_from = excluded.backlog_from, backlog_floor = excluded.backlog_floor
            """,
            new
            {
                sellerId = scope.TenantId,
                channelId,
                pass = EnumText<SyncPass>.Of(state.Pass),
                state.Watermark,
                state.LastRunAt,
                state.SweptAt,
                backlogOffset = state.Backlog?.Offset,
                backlogFrom = state.Backlog?.From,
                backlogFloor = state.Backlog?.Floor,
            },
            cancellationToken: cancellationToken));

    private sealed record Row(
        DateTimeOffset? Watermark, DateTimeOffset? LastRunAt, DateTimeOffset? SweptAt,
        int? BacklogOffset, DateTimeOffset? BacklogFrom, DateTimeOffset? BacklogFloor);
}
