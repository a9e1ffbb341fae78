using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>Connects channels and changes their secrets.</summary>
public sealed class ChannelService(Database database, ConnectorRegistry registry, ChannelStore store, IIdSource ids, TimeProvider time)
{
    /// <summary>
    /// Asks the marketplace whether it takes the secret, and connects the channel. When the marketplace cannot be asked just
    /// now, the channel is connected all the same and its first sync will tell.
    /// </summary>
    /// <returns>The channel's id.</returns>
    /// <exception cref="ConnectorException">The marketplace refuses the secret, or it is no secret of this marketplace.</exception>
    /// <exception cref="CabinetTakenException">The account is connected already.</exception>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="KeyNotFoundException">There is no connector for this marketplace and channel.</exception>
    public async Task<Guid> ConnectAsync(Guid sellerId, NewChannel channel, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(channel.Name))
        {
            throw new ArgumentException("A channel needs a name that is not empty.", nameof(channel));
        }

        channel = channel with { Secret = channel.Secret.Trim() };
        var id = ids.Next();
        var now = time.GetUtcNow();
        var connector = registry.Get(channel.Marketplace, channel.Channel);
        var description = connector.Describe(channel.Secret);
        await CheckAsync(connector, new ChannelConnection(sellerId, id, channel.Secret, now), cancellationToken);
        await database.InTenantAsync(sellerId, scope => store.InsertAsync(scope, id, channel, description, now, cancellationToken), cancellationToken);
        return id;
    }

    /// <summary>
    /// Puts another secret in the place of the present one and starts asking again. History and watermarks stay, and so
    /// does the moment of connection.
    /// </summary>
    /// <exception cref="ChannelNotFoundException">The seller has no such channel.</exception>
    /// <exception cref="ConnectorException">The marketplace refuses the secret, or it is no secret of this marketplace.</exception>
    /// <exception cref="CabinetTakenException">The account is connected already.</exception>
    public async Task ReplaceSecretAsync(Guid sellerId, Guid channelId, string secret, CancellationToken cancellationToken)
    {
        secret = secret.Trim();
        var channel = await database.InTenantAsync(sellerId, scope => store.GetAsync(scope, channelId, cancellationToken), cancellationToken);
        var description = channel.Connector.Describe(secret);
        await CheckAsync(channel.Connector, channel.Connection with { Secret = secret }, cancellationToken);
        await database.InTenantAsync(
            sellerId,
            scope => store.ReplaceSecretAsync(scope, channelId, secret, description, time.GetUtcNow(), cancellationToken),
            cancellationToken);
    }

    /// <summary>Stops asking. What was received stays.</summary>
    public Task DisableAsync(Guid sellerId, Guid channelId, CancellationToken cancellationToken) =>
        database.InTenantAsync(sellerId, scope => store.DisableAsync(scope, channelId, cancellationToken), cancellationToken);

    /// <summary>All channels of the seller, oldest first.</summary>
    public Task<IReadOnlyList<ChannelStatus>> ListAsync(Guid sellerId, CancellationToken cancellationToken) =>
        database.InTenantAsync(sellerId, scope => store.ListAsync(scope, cancellationToken), cancellationToken);

    private static async Task CheckAsync(IConnector connector, ChannelConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connector.CheckAsync(connection, cancellationToken);
        }
        catch (ConnectorException e) when (e.Fault is ConnectorFault.RateLimited or ConnectorFault.Unavailable or ConnectorFault.Malformed)
        {
            // It says nothing about the secret; the first sync asks again and shows the reason.
        }
    }
}
