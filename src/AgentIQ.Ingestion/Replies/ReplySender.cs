using AgentIQ.Interactions;
using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>
/// Sends replies, each at most once. Before an attempt is made, the ledger says so; an attempt whose fate is not known
/// is read back before another is made.
/// </summary>
public sealed class ReplySender(Database database, ReplyStore replies, ChannelStore channels)
{
    /// <summary>Sends a reply that is <see cref="ReplyStatus.Sending"/>.</summary>
    /// <exception cref="ConnectorException">
    /// It is not known to have arrived; calling again is safe, whatever happened.
    /// </exception>
    /// <exception cref="InvalidOperationException">The reply is not being sent, or another attempt is being made.</exception>
    public async Task<ReplySendResult> SendAsync(Guid sellerId, Guid replyId, CancellationToken cancellationToken)
    {
        var (reply, channel) = await LoadAsync(sellerId, replyId, cancellationToken);
        if (reply.Status != ReplyStatus.Sending)
        {
            throw new InvalidOperationException($"Reply {replyId} is {EnumText<ReplyStatus>.Of(reply.Status)}: only one that is 'sending' can be sent.");
        }

        // Where calls are rare, a first attempt does not spend one on looking whether a colleague was faster.
        var isScarce = channel.Connector.PaceOf(channel.Connection).IsScarce;
        if ((reply.IsUnproven || !isScarce) && await FindAsync(sellerId, reply, channel, cancellationToken) is { } found)
        {
            return found;
        }

        if (!await database.InTenantAsync(sellerId, scope => replies.BeginAttemptAsync(scope, reply, cancellationToken), cancellationToken))
        {
            throw new InvalidOperationException($"Reply {replyId} is being sent by another attempt.");
        }

        try
        {
            await channel.Connector.SendAsync(channel.Connection, new OutgoingReply(reply.ExternalId, CheckedReply.Restore(reply)), cancellationToken);
            return new ReplySendResult(ReplySendOutcome.Sent);
        }
        catch (ConnectorException e) when (e.Fault is ConnectorFault.Refused or ConnectorFault.RateLimited or ConnectorFault.Unauthorized)
        {
            // A clear no: it did not arrive. The other faults leave that open.
            await database.InTenantAsync(sellerId, scope => replies.DisproveAttemptAsync(scope, replyId, cancellationToken), cancellationToken);
            if (e.Fault == ConnectorFault.Refused)
            {
                return new ReplySendResult(ReplySendOutcome.Refused, e.Reason);
            }

            throw;
        }
    }

    /// <summary>Whether an earlier attempt arrived: asked before another one, so also after a crash.</summary>
    /// <returns>How it ended; null when no attempt is open or it did not arrive.</returns>
    /// <exception cref="ConnectorException">The marketplace cannot be asked now.</exception>
    public async Task<ReplySendResult?> HasHappenedAsync(Guid sellerId, Guid replyId, CancellationToken cancellationToken)
    {
        var (reply, channel) = await LoadAsync(sellerId, replyId, cancellationToken);
        return reply.IsUnproven ? await FindAsync(sellerId, reply, channel, cancellationToken) : null;
    }

    /// <summary>Reads back how the marketplace shows a reply.</summary>
    /// <exception cref="ConnectorException">The marketplace cannot be asked now.</exception>
    public async Task<ReplyLook> LookAsync(Guid sellerId, Guid replyId, CancellationToken cancellationToken)
    {
        var (reply, channel) = await LoadAsync(sellerId, replyId, cancellationToken);
        return await LookAsync(reply, channel, cancellationToken);
    }

    /// <summary>What an answer says about a reply.</summary>
    internal static ReplyLook Judge(Reply reply, InboundAnswer? answer) => answer switch
    {
        null => ReplyLook.Missing,
        { State: AnswerState.Published } when ReplyText.Same(reply.Text, answer.Text) => ReplyLook.Published,
        { State: AnswerState.Moderation } when ReplyText.Same(reply.Text, answer.Text) => ReplyLook.Moderation,
        { State: AnswerState.Rejected } => ReplyText.Same(reply.Text, answer.Text) ? ReplyLook.Rejected : ReplyLook.Missing,
        _ => ReplyLook.AnsweredOutside,
    };

    private async Task<ReplySendResult?> FindAsync(Guid sellerId, Reply reply, ConnectedChannel channel, CancellationToken cancellationToken)
    {
        switch (await LookAsync(reply, channel, cancellationToken))
        {
            case ReplyLook.AnsweredOutside:
                return new ReplySendResult(ReplySendOutcome.AnsweredOutside);
            case ReplyLook.ItemMissing:
                return new ReplySendResult(ReplySendOutcome.Refused, Reason.Of(ReasonCodes.ItemMissing));
            case ReplyLook.Missing:
                await database.InTenantAsync(sellerId, scope => replies.DisproveAttemptAsync(scope, reply.Id, cancellationToken), cancellationToken);
                return null;
            case ReplyLook.Rejected when !reply.IsUnproven:
                // The same words were refused before this reply was tried: they are not this reply.
                return null;
            default:
                return new ReplySendResult(ReplySendOutcome.Sent);
        }
    }

    private static async Task<ReplyLook> LookAsync(Reply reply, ConnectedChannel channel, CancellationToken cancellationToken) =>
        await channel.Connector.ReadAsync(channel.Connection, reply.ExternalId, cancellationToken) switch
        {
            null => ReplyLook.ItemMissing,
            UnderstoodRecord { Item: var item } => Judge(reply, item.Content.Answer),
            BrokenRecord broken => throw new ConnectorException(
                ConnectorFault.Malformed, Reason.Of(ReasonCodes.WrongAnswer, ("problem", broken.Problem), ("excerpt", Excerpt.Start(broken.Raw, "")))),
            var other => throw new InvalidOperationException($"Unknown kind of record: {other.GetType().Name}."),
        };

    private Task<(Reply, ConnectedChannel)> LoadAsync(Guid sellerId, Guid replyId, CancellationToken cancellationToken) =>
        database.InTenantAsync(sellerId, async scope =>
        {
            var reply = await replies.FindAsync(scope, replyId, cancellationToken)
                ?? throw new InvalidOperationException($"Seller {sellerId} has no reply {replyId}.");
            return (reply, await channels.GetAsync(scope, reply.ChannelId, cancellationToken));
        }, cancellationToken);
}
