namespace AgentIQ.Ingestion;

/// <summary>For whom a connector speaks: one connected account, with its secret in the clear.</summary>
/// <param name="SellerId">The tenant.</param>
/// <param name="ChannelId">The connected channel.</param>
/// <param name="Secret">The marketplace's token. Never logged, never part of a message.</param>
/// <param name="ConnectedAt">When the channel was connected: the clocks of older items start here.</param>
public sealed record ChannelConnection(Guid SellerId, Guid ChannelId, string Secret, DateTimeOffset ConnectedAt)
{
    /// <summary>Without the secret, so that it cannot reach a log by accident.</summary>
    public override string ToString() => $"channel {ChannelId} of seller {SellerId}";
}
