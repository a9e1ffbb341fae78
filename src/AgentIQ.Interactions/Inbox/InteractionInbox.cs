using AgentIQ.Postgres;

namespace AgentIQ.Interactions;

/// <summary>The inbox on PostgreSQL.</summary>
internal sealed class InteractionInbox(
    InteractionStore store,
    InteractionContents contents,
    InteractionEvents events,
    IInteractionListener listener,
    IIdSource ids,
    TimeProvider time) : IInteractionInbox
{
    public async Task<ReceiveResult> ReceiveAsync(TenantScope scope, InboundItem item, CancellationToken cancellationToken)
    {
        var known = await store.FindByKeyAsync(scope, item.Key, forUpdate: true, cancellationToken);
        if (known is null)
        {
            var created = NewRound(scope.TenantId, item, before: null);
            if (await store.TryInsertAsync(scope, created, cancellationToken))
            {
                return await CreatedAsync(scope, created, item, cancellationToken);
            }

            // Another process received it between our look and our insert: go on as if we had known it.
            known = await store.FindByKeyAsync(scope, item.Key, forUpdate: true, cancellationToken)
                ?? throw new InvalidOperationException($"{item.Key} was refused as a duplicate and is not there: is row-level security on?");
        }

        return await AgainAsync(scope, known, item, cancellationToken);
    }

    private async Task<ReceiveResult> AgainAsync(TenantScope scope, Interaction known, InboundItem item, CancellationToken cancellationToken)
    {
        var before = await contents.GetAsync(scope, known.Id, cancellationToken);
        var edited = !before.Hash(known.Rating).AsSpan().SequenceEqual(item.Content.Hash(item.Rating));
        var answerChanged = before.Answer != item.Content.Answer;
        if (!edited && !answerChanged)
        {
            return ReceiveResult.Unchanged;
        }

        if (edited && !known.IsOpen && !item.IsAnswered)
        {
            var next = NewRound(scope.TenantId, item, known);
            return await store.TryInsertAsync(scope, next, cancellationToken)
                ? await CreatedAsync(scope, next, item, cancellationToken)
                : ReceiveResult.Unchanged;
        }

        await contents.SaveAsync(scope, known.Id, item.Rating, item.Content, cancellationToken);
        var current = await store.UpdateAsync(
            scope,
            known.Id,
            interaction => TurnedToUs(interaction, edited) with
            {
                Rating = item.Rating,
                Preview = NewInteraction.PreviewOf(item.Content),
                Subject = NewInteraction.SubjectOf(item),
                ChannelId = item.ChannelId ?? interaction.ChannelId,
                ContentRevision = interaction.Revision + 1,
                MessagesFromCustomer = interaction.MessagesFromCustomer + (edited && !item.Content.IsEmpty ? 1 : 0),
                NeedsReply = interaction.NeedsReply || (interaction.IsOpen && !item.Content.IsEmpty && !item.IsAnswered),
            },
            cancellationToken);

        if (edited)
        {
            await events.AppendAsync(scope, known.Id, InteractionEventTypes.CustomerEdited, Actors.Customer, time.GetUtcNow(), null, cancellationToken);
            await listener.EditedAsync(scope, current, cancellationToken);
        }

        if (answerChanged && item.Content.Answer is { } answer)
        {
            await listener.AnswerSeenAsync(scope, current, answer, cancellationToken);
        }

        return edited ? ReceiveResult.Edited : ReceiveResult.AnswerChanged;
    }

    private async Task<ReceiveResult> CreatedAsync(TenantScope scope, Interaction created, InboundItem item, CancellationToken cancellationToken)
    {
        await contents.SaveAsync(scope, created.Id, item.Rating, item.Content, cancellationToken);
        await events.AppendAsync(
            scope,
            created.Id,
            InteractionEventTypes.Received,
            Actors.Marketplace,
            created.ReceivedAt,
            new { created.Round, Channel = EnumText<Channel>.Of(item.Key.Channel) },
            cancellationToken);
        await listener.CreatedAsync(scope, created, cancellationToken);
        return ReceiveResult.Created;
    }

    /// <summary>A customer who was waited for has written: it is our turn, and the clock runs again.</summary>
    private Interaction TurnedToUs(Interaction interaction, bool edited) => edited && interaction.Status == InteractionStatus.WaitingCustomer
        ? StateMachine.Apply(interaction, Trigger.CustomerWrote, time.GetUtcNow())
        : interaction;

    private Interaction NewRound(Guid sellerId, InboundItem item, Interaction? before) => NewInteraction.Of(sellerId, ids.Next(), item, before, time.GetUtcNow());
}
