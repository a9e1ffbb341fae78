using AgentIQ.Interactions;
using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>
/// Moves a reply, its interaction's reply state and the event stream together, inside the caller's transaction. What the
/// activities of replies decide stands here, so that it can be tested without a workflow.
/// </summary>
internal sealed class ReplyProgress(
    ReplyStore replies, InteractionStore interactions, InteractionContents contents, InteractionEvents events, IReplyGate gate,
    IngestionOptions options, TimeProvider time)
{
    /// <summary>The reply with that id, or the latest one of the interaction.</summary>
    public async Task<Reply?> FindAsync(TenantScope scope, Guid interactionId, Guid? replyId, CancellationToken cancellationToken) => replyId is { } id
        ? await replies.FindAsync(scope, id, cancellationToken)
        : await replies.LatestAsync(scope, interactionId, cancellationToken);

    /// <summary>Passes the reply gate once more and lets the reply go out.</summary>
    /// <returns>False when the gate blocks it now.</returns>
    public async Task<bool> BeginAsync(TenantScope scope, Reply reply, CancellationToken cancellationToken)
    {
        var result = await gate.CheckAsync(scope, new ReplyProposal(reply.InteractionId, reply.Text, reply.Approver), cancellationToken);
        if (result is ReplyGateResult.Passed passed)
        {
            await replies.BeginSendingAsync(scope, reply.Id, passed.Reply, cancellationToken);
            await SetStateAsync(scope, reply, ReplyState.Sending, cancellationToken);
            return true;
        }

        var types = ((ReplyGateResult.Blocked)result).Violations.Select(violation => violation.Type).Distinct(StringComparer.Ordinal).ToList();
        var reason = Reason.Of(ReasonCodes.BlockedByGate, ("violations", string.Join(", ", types)));
        await replies.SaveAsync(scope, reply.Id, ReplyStatus.Failed, reason, cancellationToken);
        await SetStateAsync(scope, reply, ReplyState.Failed, cancellationToken);
        await AppendAsync(scope, reply, InteractionEventTypes.ReplyBlocked, Actors.System, new { Violations = types, ReplyId = reply.Id }, cancellationToken);
        return false;
    }

    /// <summary>The marketplace has it; whether customers see it is not known yet.</summary>
    public async Task SentAsync(TenantScope scope, Reply reply, CancellationToken cancellationToken)
    {
        await replies.SaveAsync(scope, reply.Id, ReplyStatus.Sent, null, cancellationToken);
        await AppendAsync(scope, reply, InteractionEventTypes.ReplySent, Actors.System, new { ReplyId = reply.Id }, cancellationToken);
    }

    /// <summary>It came to nothing, and a person must decide.</summary>
    public async Task FailedAsync(TenantScope scope, Reply reply, Reason reason, CancellationToken cancellationToken)
    {
        await replies.SaveAsync(scope, reply.Id, ReplyStatus.Failed, reason, cancellationToken);
        await SetStateAsync(scope, reply, ReplyState.Failed, cancellationToken);
        await AppendAsync(
            scope, reply, InteractionEventTypes.ReplyFailed, Actors.System, new { ReplyId = reply.Id, Reason = reason.Text(Language.Russian), reason.Code }, cancellationToken);
    }

    /// <summary>Somebody answered in the marketplace's cabinet: this reply is not needed. Resolving says so in the events.</summary>
    public Task AnsweredOutsideAsync(TenantScope scope, Reply reply, CancellationToken cancellationToken) =>
        replies.SaveAsync(scope, reply.Id, ReplyStatus.Failed, Reason.Of(ReasonCodes.AnsweredOutside), cancellationToken);

    /// <summary>What the last sync already knows: a publication that it saw need not be read back.</summary>
    public async Task<bool> IsSeenPublishedAsync(TenantScope scope, Reply reply, CancellationToken cancellationToken) =>
        ReplySender.Judge(reply, (await contents.GetAsync(scope, reply.InteractionId, cancellationToken)).Answer) == ReplyLook.Published;

    /// <summary>Records what reading back showed.</summary>
    /// <returns>What it means: an answer that is missing only just after it was sent still counts as under moderation.</returns>
    public async Task<ReplyLook> LookedAsync(TenantScope scope, Reply reply, ReplyLook look, CancellationToken cancellationToken)
    {
        if (look == ReplyLook.Missing && time.GetUtcNow() - (reply.SentAt ?? reply.ApprovedAt) < options.AnswerGrace)
        {
            return ReplyLook.Moderation;
        }

        switch (look)
        {
            case ReplyLook.Published:
                await MoveAsync(scope, reply, ReplyStatus.Published, ReplyState.Published, InteractionEventTypes.ReplyPublished, cancellationToken);
                break;
            case ReplyLook.Moderation:
                await MoveAsync(scope, reply, ReplyStatus.Moderation, ReplyState.Moderation, InteractionEventTypes.ReplyInModeration, cancellationToken);
                break;
            case ReplyLook.Rejected:
                await MoveAsync(scope, reply, ReplyStatus.Rejected, ReplyState.Rejected, InteractionEventTypes.ReplyRejected, cancellationToken);
                break;
            case ReplyLook.AnsweredOutside:
                await AnsweredOutsideAsync(scope, reply, cancellationToken);
                break;
            default:
                await FailedAsync(
                    scope, reply, Reason.Of(look == ReplyLook.ItemMissing ? ReasonCodes.ItemMissing : ReasonCodes.AnswerMissing), cancellationToken);
                break;
        }

        return look;
    }

    private async Task MoveAsync(
        TenantScope scope, Reply reply, ReplyStatus status, ReplyState state, string eventType, CancellationToken cancellationToken)
    {
        if (reply.Status == status)
        {
            return;
        }

        var failure = status == ReplyStatus.Rejected ? Reason.Of(ReasonCodes.RejectedByModeration) : null;
        await replies.SaveAsync(scope, reply.Id, status, failure, cancellationToken);
        await SetStateAsync(scope, reply, state, cancellationToken);
        await AppendAsync(scope, reply, eventType, Actors.Marketplace, new { ReplyId = reply.Id }, cancellationToken);
    }

    private Task SetStateAsync(TenantScope scope, Reply reply, ReplyState state, CancellationToken cancellationToken) =>
        interactions.UpdateAsync(
            scope,
            reply.InteractionId,
            interaction => interaction.ReplyState == state ? interaction : interaction with { ReplyState = state },
            cancellationToken);

    private Task AppendAsync(TenantScope scope, Reply reply, string type, string actor, object details, CancellationToken cancellationToken) =>
        events.AppendAsync(scope, reply.InteractionId, type, actor, time.GetUtcNow(), details, cancellationToken);
}
