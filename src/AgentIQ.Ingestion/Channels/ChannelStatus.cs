using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>A channel as its page shows it.</summary>
public sealed record ChannelStatus
{
    /// <summary>The channel.</summary>
    public required Guid Id { get; init; }

    /// <summary>One of <see cref="Marketplaces"/>.</summary>
    public required string Marketplace { get; init; }

    /// <summary>The form in which customers speak there.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The name that the seller gave it.</summary>
    public required string Name { get; init; }

    /// <summary>How it is doing.</summary>
    public required ChannelState State { get; init; }

    /// <summary>Why, when there is something to say; <see cref="Reason.Text"/> words it.</summary>
    public Reason? Reason { get; init; }

    /// <summary>When it was connected.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>When a sync last came through.</summary>
    public DateTimeOffset? LastSyncAt { get; init; }

    /// <summary>When the next one is planned; null while it is stopped.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }

    /// <summary>The kind of its token, such as <c>base</c>.</summary>
    public required string TokenKind { get; init; }

    /// <summary>Until when the token is valid, when it says so.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>Records that wait in the quarantine.</summary>
    public int Quarantined { get; init; }
}
