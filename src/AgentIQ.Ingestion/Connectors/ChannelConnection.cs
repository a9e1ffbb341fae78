namespace AgentIQ.Ingestion;

/// <summary>For whom a connector speaks: one connected account, with its secret in the clear.</summary>
/// <param name="SellerId">The tenant.</param>
/// <param name="ChannelId">The connected channel.</param>
/// <param name="Secret">The marketplace's token. Never logged, never part of a message.</param>
/// <param name="ConnectedAt">When the channel was connected: the clocks of older items start here.</param>
public sealed record ChannelConnection(Guid SellerId, Guid ChannelId, string Secret, DateTimeOffset ConnectedAt)
{
    /// <summary>Whether it may lead to a simulated marketplace only. Default false.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Where that marketplace is simulated; null: it is not there.</summary>
    public Uri? SandboxAddress { get; init; }

    /// <summary>Where a connector has to send its requests; every request of every connector asks this.</summary>
    /// <param name="real">The marketplace's own host.</param>
    /// <exception cref="ConnectorException">It may lead to a simulated marketplace only, and there is none on this machine.</exception>
    public Uri AddressOr(Uri real) => !IsSandbox
        ? real
        : SandboxAddress is { IsLoopback: true } simulated
            ? simulated
            : throw new ConnectorException(ConnectorFault.Refused, Reason.Of(ReasonCodes.SandboxUnavailable));

    /// <summary>Without the secret, so that it cannot reach a log by accident.</summary>
    public override string ToString() => $"channel {ChannelId} of seller {SellerId}";
}
