using AgentIQ.Interactions;
using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>
/// Sends replies, each at most once. Before an attempt is made, the ledger says so; an attempt whose fate is not known
/// is read back before another is made. A reply of a trial run goes to the simulated marketplace or nowhere.
/// </summary>
public sealed class ReplySender(
    Database database, ReplyStore replies, ChannelStore channels, InteractionStore interactions, InteractionContents contents, ISandboxMarketplace sandbox)
{
    /// <summary>Sends a reply that is <see cref="ReplyStatus.Sending"/>.</summary>
    /// <param name="sellerId">Whose.</param>
    /// <param name="replyId">Which.</param>
    /// <param name="isSandbox">Whether a trial run sends it: it is refused where that is not so of its interaction.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="ConnectorException">
    /// It is not known to have arrived; calling again is safe, whatever happened.
    /// </exception>
    /// <exception cref="InvalidOperationException">The reply is not being sent, or another attempt is being made.</exception>
    public async Task<ReplySendResult> SendAsync(Guid sellerId, Guid replyId, bool isSandbox, CancellationToken cancellationToken)
    {
        Reply reply;
        ConnectedChannel channel;
        try
        {
            (reply, channel) = await LoadAsync(sellerId, replyId, isSandbox, cancellationToken);
        }
        catch (ConnectorException e) when (e.Fault == ConnectorFault.Refused)
        {
            return new ReplySendResult(ReplySendOutcome.Refused, e.Reason);
        }

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
    public async Task<ReplySendResult?> HasHappenedAsync(Guid sellerId, Guid replyId, bool isSandbox, CancellationToken cancellationToken)
    {
        var (reply, channel) = await LoadAsync(sellerId, replyId, isSandbox, cancellationToken);
        return reply.IsUnproven ? await FindAsync(sellerId, reply, channel, cancellationToken) : null;
    }

    /// <summary>Reads back how the marketplace shows a reply.</summary>
    /// <exception cref="ConnectorException">The marketplace cannot be asked now.</exception>
    public async Task<ReplyLook> LookAsync(Guid sellerId, Guid replyId, bool isSandbox, CancellationToken cancellationToken)
    {
        var (reply, channel) = await LoadAsync(sellerId, replyId, isSandbox, cancellationToken);
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

    /// <exception cref="ConnectorException">A trial run's, and it cannot be simulated; or not of the world that asks.</exception>
    private async Task<(Reply, ConnectedChannel)> LoadAsync(Guid sellerId, Guid replyId, bool isSandbox, CancellationToken cancellationToken)
    {
        var (reply, channel, item) = await database.InTenantAsync(sellerId, scope => ReadAsync(scope, replyId, cancellationToken), cancellationToken);
        if ((item is not null) != isSandbox)
        {
            throw new ConnectorException(ConnectorFault.Refused, Reason.Of(ReasonCodes.SandboxMismatch));
        }

        if (item is null)
        {
            return (reply, channel);
        }

        var account = await sandbox.OpenAsync(item, cancellationToken);
        return (reply, channel with { Connection = channel.Connection with { Secret = account.Token, SandboxAddress = account.Address } });
    }

    /// <returns>With the item that has to be simulated, for a trial run's reply.</returns>
    private async Task<(Reply, ConnectedChannel, SandboxItem?)> ReadAsync(TenantScope scope, Guid replyId, CancellationToken cancellationToken)
    {
        var reply = await replies.FindAsync(scope, replyId, cancellationToken)
            ?? throw new InvalidOperationException($"Seller {scope.TenantId} has no reply {replyId}.");
        var interaction = await interactions.GetAsync(scope, reply.InteractionId, cancellationToken);
        if (!interaction.IsSandbox)
        {
            return (reply, await channels.GetAsync(scope, reply.ChannelId, cancellationToken), null);
        }

        var content = await contents.GetAsync(scope, interaction.Id, cancellationToken);
        var shown = await replies.LatestTakenAsync(scope, interaction.Id, cancellationToken);
        return (reply, await channels.GetSandboxAsync(scope, reply.ChannelId, cancellationToken), new SandboxItem(interaction, content, shown));
    }
}
