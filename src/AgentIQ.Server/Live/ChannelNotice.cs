namespace AgentIQ.Server.Live;

/// <summary>What processes tell each other when a channel's state changed: ids and nothing else.</summary>
/// <param name="Seller">Whose channel.</param>
/// <param name="Channel">Which.</param>
internal sealed record ChannelNotice(Guid Seller, Guid Channel)
{
    /// <summary>The name of the notification.</summary>
    public const string Topic = "agentiq_channel";
}
