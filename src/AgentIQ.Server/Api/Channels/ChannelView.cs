using AgentIQ.Ingestion;
using AgentIQ.Interactions;

namespace AgentIQ.Server.Api.Channels;

/// <summary>A connected channel and how it is doing.</summary>
/// <param name="Id">The channel.</param>
/// <param name="Marketplace">Where.</param>
/// <param name="Channel">In which form customers speak there.</param>
/// <param name="Name">What the seller calls it.</param>
/// <param name="State">How it is doing.</param>
/// <param name="Message">Why, in plain words; null when there is nothing to say.</param>
/// <param name="LastSyncAt">When a sync last came through.</param>
/// <param name="NextSyncAt">When the next is planned; null while it is stopped.</param>
/// <param name="TokenKind">What kind of token it has.</param>
/// <param name="TokenExpiresAt">Until when the token is valid.</param>
/// <param name="Quarantined">Records that could not be read and wait for somebody.</param>
public sealed record ChannelView(
    Guid Id,
    string Marketplace,
    Channel Channel,
    string Name,
    ChannelState State,
    string? Message,
    DateTimeOffset? LastSyncAt,
    DateTimeOffset? NextSyncAt,
    string TokenKind,
    DateTimeOffset? TokenExpiresAt,
    int Quarantined);
