using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>Reads and changes single interactions.</summary>
public sealed class InteractionStore(TimeProvider time)
{
    /// <summary>The interaction, or null when this seller has none with that id.</summary>
    public Task<Interaction?> FindAsync(TenantScope scope, Guid id, CancellationToken cancellationToken) =>
        FindAsync(scope, id, forUpdate: false, cancellationToken);

    /// <summary>The interaction.</summary>
    /// <exception cref="InteractionNotFoundException">This seller has none with that id.</exception>
    public async Task<Interaction> GetAsync(TenantScope scope, Guid id, CancellationToken cancellationToken) =>
        await FindAsync(scope, id, cancellationToken) ?? throw new InteractionNotFoundException(id);

    /// <summary>The interaction, locked until the transaction ends: for a decision that must not be overtaken.</summary>
    /// <exception cref="InteractionNotFoundException">This seller has none with that id.</exception>
    public async Task<Interaction> LockAsync(TenantScope scope, Guid id, CancellationToken cancellationToken) =>
        await FindAsync(scope, id, forUpdate: true, cancellationToken) ?? throw new InteractionNotFoundException(id);

    /// <summary>The latest round of what a marketplace calls <paramref name="key"/>, or null; none of a trial run, which no marketplace knows.</summary>
    public async Task<Interaction?> FindByKeyAsync(TenantScope scope, InteractionKey key, bool forUpdate, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<InteractionRow>(new CommandDefinition(
            $"""
            SELECT {InteractionRow.Columns} FROM interactions
            WHERE seller_id = @sellerId AND marketplace = @marketplace AND channel = @channel AND external_id = @externalId AND NOT is_sandbox
            ORDER BY round DESC LIMIT 1 {(forUpdate ? "FOR UPDATE" : "")}
            """,
            new
            {
                sellerId = scope.TenantId,
                marketplace = key.Marketplace,
                channel = EnumText<Channel>.Of(key.Channel),
                externalId = key.ExternalId,
            },
            cancellationToken: cancellationToken));
        return row?.ToInteraction();
    }

    /// <summary>Inserts <paramref name="interaction"/>.</summary>
    /// <returns>False when another process inserted the same key and round first.</returns>
    public async Task<bool> TryInsertAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interactions (
                seller_id, id, marketplace, channel, external_id, round, status, needs_reply, needs_person, reply_state, priority,
                intent, sentiment, flags, escalation_level, rating, subject, preview, customer_name, customer_id, order_id,
                related_ids, product_id, product_article, product_name, assignee_id, occurred_at, received_at, clock_start,
                first_response_due, escalate_at, hard_deadline, resolved_at, closed_at, updated_at, revision, content_revision,
                channel_id, is_sandbox, messages_from_customer, escalated_to, service_case, service_clock, clock_stopped_at, clock_resumed_at)
            VALUES (
                @SellerId, @Id, @Marketplace, @Channel, @ExternalId, @Round, @Status, @NeedsReply, @NeedsPerson, @ReplyState, @Priority,
                @Intent, @Sentiment, @Flags, @EscalationLevel, @Rating, @Subject, @Preview, @CustomerName, @CustomerId, @OrderId,
                @RelatedIds, @ProductId, @ProductArticle, @ProductName, @AssigneeId, @OccurredAt, @ReceivedAt, @ClockStart,
                @FirstResponseDue, @EscalateAt, @HardDeadline, @ResolvedAt, @ClosedAt, @UpdatedAt, @Revision, @ContentRevision,
                @ChannelId, @IsSandbox, @MessagesFromCustomer, @EscalatedTo, @ServiceCase, @ServiceClock, @ClockStoppedAt, @ClockResumedAt)
            ON CONFLICT (seller_id, marketplace, channel, external_id, round) DO NOTHING
            """,
            InteractionRow.From(interaction),
            cancellationToken: cancellationToken)) == 1;

    /// <summary>
    /// Locks the row, applies <paramref name="change"/> and writes the result with the next revision. A change that
    /// returns its argument writes nothing.
    /// </summary>
    /// <returns>The interaction as it now is.</returns>
    /// <exception cref="InteractionNotFoundException">This seller has none with that id.</exception>
    public async Task<Interaction> UpdateAsync(
        TenantScope scope, Guid id, Func<Interaction, Interaction> change, CancellationToken cancellationToken)
    {
        var current = await LockAsync(scope, id, cancellationToken);
        var changed = change(current);
        if (ReferenceEquals(changed, current) || changed == current)
        {
            return current;
        }

        changed = changed with { Revision = current.Revision + 1, UpdatedAt = time.GetUtcNow() };
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE interactions SET
                status = @Status, needs_reply = @NeedsReply, needs_person = @NeedsPerson, reply_state = @ReplyState,
                priority = @Priority, intent = @Intent, sentiment = @Sentiment, flags = @Flags, escalation_level = @EscalationLevel,
                rating = @Rating, subject = @Subject, preview = @Preview, assignee_id = @AssigneeId, clock_start = @ClockStart,
                first_response_due = @FirstResponseDue, escalate_at = @EscalateAt, hard_deadline = @HardDeadline,
                resolved_at = @ResolvedAt, closed_at = @ClosedAt, updated_at = @UpdatedAt, revision = @Revision, content_revision = @ContentRevision,
                channel_id = @ChannelId, messages_from_customer = @MessagesFromCustomer, escalated_to = @EscalatedTo, service_case = @ServiceCase,
                service_clock = @ServiceClock, clock_stopped_at = @ClockStoppedAt, clock_resumed_at = @ClockResumedAt
            WHERE seller_id = @SellerId AND id = @Id
            """,
            InteractionRow.From(changed),
            cancellationToken: cancellationToken));
        return changed;
    }

    private static async Task<Interaction?> FindAsync(TenantScope scope, Guid id, bool forUpdate, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<InteractionRow>(new CommandDefinition(
            $"SELECT {InteractionRow.Columns} FROM interactions WHERE seller_id = @sellerId AND id = @id {(forUpdate ? "FOR UPDATE" : "")}",
            new { sellerId = scope.TenantId, id },
            cancellationToken: cancellationToken));
        return row?.ToInteraction();
    }
}
