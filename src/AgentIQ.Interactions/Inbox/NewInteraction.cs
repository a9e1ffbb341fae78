namespace AgentIQ.Interactions;

/// <summary>An interaction as it begins, from what a connector understood.</summary>
internal static class NewInteraction
{
    /// <param name="sellerId">Whose.</param>
    /// <param name="id">Its id.</param>
    /// <param name="item">What came.</param>
    /// <param name="before">Its last round, or null for the first.</param>
    /// <param name="now">When we saw it.</param>
    public static Interaction Of(Guid sellerId, Guid id, InboundItem item, Interaction? before, DateTimeOffset now)
    {
        var round = (before?.Round ?? 0) + 1;

        // A later round begins when we notice it: the marketplace keeps the date of the first writing.
        var happened = round == 1 ? item.OccurredAt : now;
        return new Interaction
        {
            SellerId = sellerId,
            Id = id,
            Key = item.Key,
            ChannelId = item.ChannelId,
            Round = round,
            NeedsReply = !item.Content.IsEmpty && !item.IsAnswered,
            ReplyState = item.IsAnswered && !item.Content.IsEmpty ? ReplyState.AnsweredOutside : ReplyState.None,
            Rating = item.Rating,
            Subject = SubjectOf(item),
            Preview = PreviewOf(item.Content),
            CustomerName = item.CustomerName,
            CustomerId = item.CustomerId,
            OrderId = item.OrderId,
            RelatedIds = item.RelatedIds,
            ProductId = item.ProductId,
            ProductArticle = item.ProductArticle,
            ProductName = item.ProductName,
            MessagesFromCustomer = (before?.MessagesFromCustomer ?? 0) + (item.Content.IsEmpty ? 0 : 1),
            OccurredAt = item.OccurredAt,
            ReceivedAt = now,
            ClockStart = happened > item.ConnectedAt ? happened : item.ConnectedAt,
            UpdatedAt = now,
        };
    }

    /// <summary>One line that says what it is about.</summary>
    public static string SubjectOf(InboundItem item) =>
        item.ProductName ?? item.ProductArticle ?? item.ProductId ?? item.Key.ExternalId;

    /// <summary>The first words, for lists.</summary>
    public static string PreviewOf(InteractionContent content)
    {
        var text = string.Join(' ', content.AllText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Interaction.MaxPreview ? text : string.Concat(text.AsSpan(0, Interaction.MaxPreview - 1).TrimEnd(), "…");
    }
}
