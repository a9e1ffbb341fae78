namespace AgentIQ.Interactions;

/// <summary>A review, question or chat as a connector understood it. Nothing of it has been judged yet.</summary>
public sealed record InboundItem
{
    /// <summary>What makes it the same item next time.</summary>
    public required InteractionKey Key { get; init; }

    /// <summary>The connected channel that it came through; null: none, as from a file.</summary>
    public Guid? ChannelId { get; init; }

    /// <summary>When the customer wrote, by the marketplace's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the channel was connected: the clocks of what came before start here.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>What was written, and what was answered.</summary>
    public required InteractionContent Content { get; init; }

    /// <summary>1..5 stars; reviews only.</summary>
    public int? Rating { get; init; }

    /// <summary>
    /// True when the marketplace counts it as dealt with although it shows no answer (its "processed" flag is
    /// trusted: thousands of answered reviews come with an empty answer, domain 12.2).
    /// </summary>
    public bool Processed { get; init; }

    /// <summary>The name the customer shows.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The marketplace's id of the customer, where it gives one.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The marketplace's id of the order, where it gives one.</summary>
    public string? OrderId { get; init; }

    /// <summary>Ids of other items that the marketplace ties to this one.</summary>
    public IReadOnlyList<string> RelatedIds { get; init; } = [];

    /// <summary>The marketplace's product number.</summary>
    public string? ProductId { get; init; }

    /// <summary>The seller's own article.</summary>
    public string? ProductArticle { get; init; }

    /// <summary>The product's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>True when the customer said nothing that could be answered, or it is answered already.</summary>
    public bool IsAnswered => Content.Answer is { State: not AnswerState.Rejected } || (Processed && Content.Answer is null);
}
