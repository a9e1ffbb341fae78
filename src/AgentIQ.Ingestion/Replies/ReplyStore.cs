using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>The ledger of replies.</summary>
public sealed class ReplyStore(InteractionStore interactions, ChannelStore channels, IIdSource ids, TimeProvider time)
{
    /// <summary>A reply that has waited for so long no longer keeps the calls of a scarce account to itself.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromHours(2);

    /// <summary>Writes down a reply that is to be sent.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="reply">The proof that it passed the gate.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="ReplyUnderWayException">The interaction has one on its way.</exception>
    /// <exception cref="ChannelNotFoundException">The seller has no active channel for the interaction.</exception>
    public Task<Reply> ApproveAsync(TenantScope scope, CheckedReply reply, CancellationToken cancellationToken) =>
        ApproveAsync(scope, reply, null, cancellationToken);

    /// <summary>Writes down a reply that is to be sent, once for each <paramref name="idempotencyKey"/>.</summary>
    /// <returns>The reply; with a key that is known, the one that was written down first.</returns>
    /// <inheritdoc cref="ApproveAsync(TenantScope, CheckedReply, CancellationToken)" />
    public async Task<Reply> ApproveAsync(TenantScope scope, CheckedReply reply, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var interaction = await interactions.GetAsync(scope, reply.InteractionId, cancellationToken);
        var id = ids.Next();
        var key = idempotencyKey ?? id.ToString("D");
        var row = await scope.Connection.QuerySingleOrDefaultAsync<ReplyRow>(new CommandDefinition(
            $"""
            INSERT INTO replies (
                seller_id, id, interaction_id, channel_id, external_id, text, text_hash, folded_hash, approver_kind, approver_id, decision_id,
                idempotency_key, status, is_unproven, approved_at, updated_at)
            VALUES (
                @sellerId, @id, @InteractionId, @channelId, @externalId, @Text, @TextHash, @foldedHash, @approverKind, @approverId, @DecisionId,
                @key, 'approved',
                -- An earlier reply was given up without knowing whether it arrived: look before this one goes out.
                EXISTS (SELECT FROM replies WHERE seller_id = @sellerId AND interaction_id = @InteractionId AND status = 'failed' AND is_unproven),
                @now, @now)
            ON CONFLICT DO NOTHING
            RETURNING {ReplyRow.Columns}
            """,
            new
            {
                sellerId = scope.TenantId,
                id,
                reply.InteractionId,
                channelId = await channels.FindForAsync(scope, interaction, cancellationToken),
                externalId = interaction.Key.ExternalId,
                reply.Text,
                reply.TextHash,
                foldedHash = ReplyText.FoldedHash(reply.Text),
                approverKind = EnumText<ReplyApproverKind>.Of(reply.Approver.Kind),
                approverId = reply.Approver.Id,
                reply.DecisionId,
                key,
                now = time.GetUtcNow(),
            },
            cancellationToken: cancellationToken));
        row ??= await scope.Connection.QuerySingleOrDefaultAsync<ReplyRow>(new CommandDefinition(
            $"SELECT {ReplyRow.Columns} FROM replies WHERE seller_id = @sellerId AND idempotency_key = @key",
            new { sellerId = scope.TenantId, key },
            cancellationToken: cancellationToken));
        return row?.ToReply() ?? throw new ReplyUnderWayException(reply.InteractionId);
    }

    /// <summary>A reply, or null when this seller has none with that id.</summary>
    public async Task<Reply?> FindAsync(TenantScope scope, Guid id, CancellationToken cancellationToken) =>
        (await scope.Connection.QuerySingleOrDefaultAsync<ReplyRow>(new CommandDefinition(
            $"SELECT {ReplyRow.Columns} FROM replies WHERE seller_id = @sellerId AND id = @id",
            new { sellerId = scope.TenantId, id },
            cancellationToken: cancellationToken)))?.ToReply();

    /// <summary>The latest reply to an interaction, or null when there is none.</summary>
    public async Task<Reply?> LatestAsync(TenantScope scope, Guid interactionId, CancellationToken cancellationToken) =>
        (await scope.Connection.QuerySingleOrDefaultAsync<ReplyRow>(new CommandDefinition(
            $"SELECT {ReplyRow.Columns} FROM replies WHERE seller_id = @sellerId AND interaction_id = @interactionId ORDER BY id DESC LIMIT 1",
            new { sellerId = scope.TenantId, interactionId },
            cancellationToken: cancellationToken)))?.ToReply();

    /// <summary>
    /// When this seller last approved the same text, read as <see cref="ReplyText.FoldedHash"/> does, as the reply to another
    /// interaction; null when that never happened. Replies that came to nothing and those of trial runs do not count.
    /// </summary>
    public Task<DateTimeOffset?> SameTextAtAsync(TenantScope scope, string text, Guid exceptInteraction, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteScalarAsync<DateTimeOffset?>(new CommandDefinition(
            """
            SELECT r.approved_at
            FROM replies r JOIN channels c ON c.seller_id = r.seller_id AND c.id = r.channel_id
            WHERE r.seller_id = @sellerId AND r.folded_hash = @hash AND r.interaction_id <> @exceptInteraction AND r.status <> 'failed' AND NOT c.is_sandbox
            ORDER BY r.approved_at DESC LIMIT 1
            """,
            new { sellerId = scope.TenantId, hash = ReplyText.FoldedHash(text), exceptInteraction },
            cancellationToken: cancellationToken));

    /// <summary>The latest reply to an interaction that the marketplace took, or null when there is none.</summary>
    internal async Task<Reply?> LatestTakenAsync(TenantScope scope, Guid interactionId, CancellationToken cancellationToken) =>
        (await scope.Connection.QuerySingleOrDefaultAsync<ReplyRow>(new CommandDefinition(
            $"SELECT {ReplyRow.Columns} FROM replies WHERE seller_id = @sellerId AND interaction_id = @interactionId AND sent_at IS NOT NULL ORDER BY id DESC LIMIT 1",
            new { sellerId = scope.TenantId, interactionId },
            cancellationToken: cancellationToken)))?.ToReply();

    /// <summary>True when a reply waits to be sent through a channel.</summary>
    internal Task<bool> AnyWaitsAsync(TenantScope scope, Guid channelId, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
                SELECT FROM replies
                WHERE seller_id = @sellerId AND channel_id = @channelId AND status IN ('approved', 'sending') AND updated_at > @since)
            """,
            new { sellerId = scope.TenantId, channelId, since = time.GetUtcNow() - LongestTurn },
            cancellationToken: cancellationToken));

    /// <summary>Moves to <see cref="ReplyStatus.Sending"/> under the latest decision of the gate.</summary>
    internal Task BeginSendingAsync(TenantScope scope, Guid id, CheckedReply reply, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE replies SET status = 'sending', decision_id = @DecisionId, updated_at = @now WHERE seller_id = @sellerId AND id = @id",
            new { sellerId = scope.TenantId, id, reply.DecisionId, now = time.GetUtcNow() },
            cancellationToken: cancellationToken));

    /// <summary>Writes down that an attempt begins, before the marketplace is asked.</summary>
    /// <returns>False when another attempt began since <paramref name="reply"/> was read.</returns>
    internal async Task<bool> BeginAttemptAsync(TenantScope scope, Reply reply, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE replies SET attempts = attempts + 1, is_unproven = true, updated_at = @now
            WHERE seller_id = @sellerId AND id = @Id AND attempts = @Attempts AND status = 'sending'
            """,
            new { sellerId = scope.TenantId, reply.Id, reply.Attempts, now = time.GetUtcNow() },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Writes down that the last attempt certainly did not arrive.</summary>
    internal Task DisproveAttemptAsync(TenantScope scope, Guid id, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE replies SET is_unproven = false WHERE seller_id = @sellerId AND id = @id",
            new { sellerId = scope.TenantId, id },
            cancellationToken: cancellationToken));

    /// <summary>Writes down where the reply stands now; moments that are known stay.</summary>
    internal Task SaveAsync(TenantScope scope, Guid id, ReplyStatus status, Reason? failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE replies SET
                status = @status, failure = @failure, is_unproven = is_unproven AND @status = 'failed', updated_at = @now,
                sent_at = CASE WHEN @status IN ('sent', 'moderation', 'published', 'rejected') THEN coalesce(sent_at, @now) ELSE sent_at END,
                published_at = CASE WHEN @status = 'published' THEN coalesce(published_at, @now) ELSE published_at END,
                rejected_at = CASE WHEN @status = 'rejected' THEN coalesce(rejected_at, @now) ELSE rejected_at END
            WHERE seller_id = @sellerId AND id = @id
            """,
            new { sellerId = scope.TenantId, id, status = EnumText<ReplyStatus>.Of(status), failure = failure?.ToJson(), now },
            cancellationToken: cancellationToken));
    }
}
