namespace AgentIQ.Ingestion;

/// <summary>A reply that passed the reply gate, and how far it came.</summary>
public sealed record Reply
{
    /// <summary>The reply; also the key of its send.</summary>
    public required Guid Id { get; init; }

    /// <summary>The interaction that it answers.</summary>
    public required Guid InteractionId { get; init; }

    /// <summary>The channel that it goes out through.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>The marketplace's id of the item that it answers.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The text as it was judged.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text.</summary>
    public required string TextHash { get; init; }

    /// <summary>Who answers for it.</summary>
    public required ReplyApprover Approver { get; init; }

    /// <summary>The guardrail decision that let it pass last.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReplyStatus Status { get; init; }

    /// <summary>How often the marketplace was asked to take it.</summary>
    public int Attempts { get; init; }

    /// <summary>True while it is not known whether the last attempt arrived: it must be read back before another.</summary>
    public bool IsUnproven { get; init; }

    /// <summary>Why it came to nothing; null when it did not.</summary>
    public Reason? Failure { get; init; }

    /// <summary>When it passed the gate.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>When the marketplace took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was first seen published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was first seen rejected.</summary>
    public DateTimeOffset? RejectedAt { get; init; }
}
