using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>Lists and counts of the inbox. What trial runs made is in none of them: <see cref="InteractionStore"/> finds it by its id.</summary>
public sealed class InteractionQueries
{
    // The open statuses stand as literals so that the planner can use the partial index interactions_open.
    private const string Open = "status IN ('new', 'assigned', 'in_progress', 'waiting_customer')";
    private const string NeedsReply = $"({Open} AND (needs_person OR (needs_reply AND status IN ('new', 'assigned'))))";
    private const string Waiting = $"({Open} AND NOT {NeedsReply})";
    private const string Done = "status IN ('resolved', 'closed')";
    private const string Real = "NOT is_sandbox";

    internal const string SimilarSql =
        $"""
        SELECT count(DISTINCT (channel, external_id)) FROM interactions
        WHERE seller_id = @sellerId AND marketplace = @marketplace AND product_id = @productId AND intent = @intent AND occurred_at > @since AND {Real}
          AND (channel, external_id) <> (@channel, @externalId)
        """;

    /// <summary>
    /// One page. Work that waits for a person comes by its deadline, what has none yet first; the rest by the time
    /// it was written, newest first.
    /// </summary>
    /// <exception cref="FormatException">The cursor is not one that we gave.</exception>
    public async Task<InboxPage> ListAsync(TenantScope scope, InboxFilter filter, CancellationToken cancellationToken)
    {
        var byDeadline = filter.Queue is InboxQueue.NeedsReply;
        var limit = Math.Clamp(filter.Limit, 1, 100);
        var sql = new StringBuilder($"SELECT {InteractionRow.Columns} FROM interactions WHERE seller_id = @sellerId AND {Real} AND {Condition(filter.Queue)}");
        var cursor = filter.Cursor is null ? null : Decode(filter.Cursor);
        if (filter.Channel is not null)
        {
            sql.Append(" AND channel = @channel");
        }

        if (filter.Priority is not null)
        {
            sql.Append(" AND priority = @priority");
        }

        if (filter.AssigneeId is not null)
        {
            sql.Append(" AND assignee_id = @assigneeId");
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            sql.Append(" AND concat_ws(' ', preview, subject, product_article, product_id, customer_name) ILIKE @search");
        }

        const string Deadline = "COALESCE(first_response_due, '-infinity'::timestamptz)";
        if (cursor is not null)
        {
            sql.Append(byDeadline ? $" AND ({Deadline}, id) > (@at, @id)" : " AND (occurred_at, id) < (@at, @id)");
        }

        sql.Append(byDeadline ? $" ORDER BY {Deadline}, id" : " ORDER BY occurred_at DESC, id DESC").Append(" LIMIT @take");
        var rows = (await scope.Connection.QueryAsync<InteractionRow>(new CommandDefinition(
            sql.ToString(),
            new
            {
                sellerId = scope.TenantId,
                channel = filter.Channel is { } channel ? EnumText<Channel>.Of(channel) : null,
                priority = filter.Priority is { } priority ? EnumText<Priority>.Of(priority) : null,
                assigneeId = filter.AssigneeId,
                search = $"%{Escape(filter.Search)}%",
                at = cursor?.At,
                id = cursor?.Id,
                take = limit + 1,
            },
            cancellationToken: cancellationToken))).AsList();

        var items = rows.Take(limit).Select(row => row.ToInteraction()).ToList();
        var next = rows.Count > limit
            ? Encode(byDeadline ? items[^1].FirstResponseDue ?? DateTimeOffset.MinValue : items[^1].OccurredAt, items[^1].Id)
            : null;
        return new InboxPage(items, next);
    }

    /// <summary>The counts of all queues in one statement.</summary>
    public Task<InboxCounts> CountAsync(TenantScope scope, DateTimeOffset now, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<InboxCounts>(new CommandDefinition(
            $"""
            SELECT count(*) FILTER (WHERE {NeedsReply}) AS NeedsReply,
                   count(*) FILTER (WHERE {NeedsReply} AND priority = 'urgent') AS Urgent,
                   count(*) FILTER (WHERE {NeedsReply} AND first_response_due < @now) AS Overdue,
                   count(*) FILTER (WHERE needs_person AND {Open}) AS NeedsPerson,
                   count(*) FILTER (WHERE {Waiting}) AS Waiting,
                   count(*) FILTER (WHERE {Done}) AS Done,
                   count(*) AS "All"
            FROM interactions WHERE seller_id = @sellerId AND {Real}
            """,
            new { sellerId = scope.TenantId, now },
            cancellationToken: cancellationToken));

    /// <summary>
    /// Other interactions of the same seller and marketplace that share an exact key with <paramref name="interaction"/>: the
    /// order, the customer, the marketplace's own reference, or the item itself in another round. Newest first.
    /// </summary>
    public async Task<IReadOnlyList<Interaction>> SharingKeysAsync(
        TenantScope scope, Interaction interaction, int limit, CancellationToken cancellationToken)
    {
        var rows = await scope.Connection.QueryAsync<InteractionRow>(new CommandDefinition(
            $"""
            SELECT {InteractionRow.Columns} FROM interactions
            WHERE seller_id = @sellerId AND marketplace = @marketplace AND id <> @id AND {Real}
              AND (order_id = @orderId OR customer_id = @customerId
                   OR (channel = @channel AND (external_id = @externalId OR external_id = ANY(@relatedIds) OR @externalId = ANY(related_ids))))
            ORDER BY occurred_at DESC, id DESC
            LIMIT @limit
            """,
            new
            {
                sellerId = scope.TenantId,
                id = interaction.Id,
                marketplace = interaction.Key.Marketplace,
                channel = EnumText<Channel>.Of(interaction.Key.Channel),
                externalId = interaction.Key.ExternalId,
                relatedIds = interaction.RelatedIds.ToArray(),
                orderId = interaction.OrderId,
                customerId = interaction.CustomerId,
                limit,
            },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToInteraction())];
    }

    /// <summary>
    /// How many other items about the same product of the same marketplace have the same intent and were written after <paramref name="since"/>.
    /// An item counts once, however many rounds it has. 0 without a product or an intent.
    /// </summary>
    public Task<int> CountSimilarAsync(TenantScope scope, Interaction interaction, DateTimeOffset since, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            SimilarSql, SimilarParameters(scope, interaction, since), cancellationToken: cancellationToken));

    internal static object SimilarParameters(TenantScope scope, Interaction interaction, DateTimeOffset since) => new
    {
        sellerId = scope.TenantId,
        marketplace = interaction.Key.Marketplace,
        productId = interaction.ProductId,
        intent = interaction.Intent,
        since,
        channel = EnumText<Channel>.Of(interaction.Key.Channel),
        externalId = interaction.Key.ExternalId,
    };

    /// <summary>How much open work each of these people has; who has none is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> OpenWorkAsync(TenantScope scope, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(Guid Person, int Open)>(new CommandDefinition(
            $"""
            SELECT assignee_id, count(*)::integer FROM interactions
            WHERE seller_id = @sellerId AND assignee_id = ANY(@people) AND assignee_id IS NOT NULL AND {Real} AND {Open}
            GROUP BY assignee_id
            """,
            new { sellerId = scope.TenantId, people = people.ToArray() },
            cancellationToken: cancellationToken))).ToDictionary(row => row.Person, row => row.Open);

    /// <summary>What became of everything that this seller received.</summary>
    public Task<OutcomeCounts> OutcomesAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<OutcomeCounts>(new CommandDefinition(
            $"""
            WITH latest AS (
                SELECT DISTINCT ON (marketplace, channel, external_id) status, reply_state
                FROM interactions WHERE seller_id = @sellerId AND {Real}
                ORDER BY marketplace, channel, external_id, round DESC),
            stored AS (
                SELECT count(*) - count(DISTINCT (marketplace, channel, external_id, round)) AS doubled
                FROM interactions WHERE seller_id = @sellerId AND {Real})
            SELECT count(*) AS total,
                   (SELECT doubled FROM stored) AS doubled,
                   count(*) FILTER (WHERE {Done} AND reply_state <> 'none') AS resolved,
                   count(*) FILTER (WHERE {Done} AND reply_state = 'none') AS closed_without_reply,
                   count(*) FILTER (WHERE {Open}) AS waiting
            FROM latest
            """,
            new { sellerId = scope.TenantId },
            cancellationToken: cancellationToken));

    /// <summary>Open interactions by intent and priority, the most frequent first.</summary>
    public async Task<IReadOnlyList<IntentCount>> IntentsAsync(TenantScope scope, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<IntentCount>(new CommandDefinition(
            $"""
            SELECT intent, priority, count(*) AS count FROM interactions
            WHERE seller_id = @sellerId AND {Real} AND {Open}
            GROUP BY intent, priority ORDER BY count(*) DESC, intent, priority
            """,
            new { sellerId = scope.TenantId },
            cancellationToken: cancellationToken))];

    /// <summary>
    /// Which interactions changed at or after <paramref name="since"/>: what live pages poll. Commits become visible
    /// out of order, so ask with an overlap and drop the revisions that were seen. Those of trial runs too: somebody may have one open.
    /// </summary>
    public async Task<IReadOnlyList<InteractionRevision>> ChangedSinceAsync(
        TenantScope scope, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<InteractionRevision>(new CommandDefinition(
            """
            SELECT id, revision, updated_at FROM interactions
            WHERE seller_id = @sellerId AND updated_at >= @since ORDER BY updated_at LIMIT 500
            """,
            new { sellerId = scope.TenantId, since },
            cancellationToken: cancellationToken))];

    private static string Condition(InboxQueue queue) => queue switch
    {
        InboxQueue.NeedsReply => NeedsReply,
        InboxQueue.Waiting => Waiting,
        InboxQueue.Done => Done,
        _ => "true",
    };

    private static string Escape(string? search) =>
        search?.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) ?? "";

    private static string Encode(DateTimeOffset at, Guid id) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}.{id:N}")));

    private static Cursor Decode(string text)
    {
        try
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            return new Cursor(
                new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero),
                Guid.ParseExact(parts[1], "N"));
        }
        catch (Exception exception) when (exception is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new FormatException($"'{text}' is not a cursor of this list: give back nextCursor as it came.", exception);
        }
    }

    private sealed record Cursor(DateTimeOffset At, Guid Id);
}
