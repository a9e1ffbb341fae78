namespace AgentIQ.Ingestion;

/// <summary>
/// One channel of one marketplace, as a protocol. A connector keeps no state between calls: whose account it
/// speaks for comes with every call, so one instance serves all sellers.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ConnectorException"/>, whose <see cref="ConnectorException.Fault"/> says what
/// the caller must do, and nothing else that the marketplace could cause. Every connector passes the suite
/// <c>ConnectorComplianceTests</c>.
/// </remarks>
public interface IConnector
{
    /// <summary>What it is and can do.</summary>
    ConnectorDescriptor Descriptor { get; }

    /// <summary>What can be known of a secret without asking anybody: its kind, owner, expiry. A hint, never a proof.</summary>
    /// <exception cref="ConnectorException">The text cannot be a secret of this marketplace; the message says why.</exception>
    SecretDescription Describe(string secret);

    /// <summary>How often the account may be asked, for planning.</summary>
    ConnectorPace PaceOf(ChannelConnection connection);

    /// <summary>Asks whether the marketplace can be reached and accepts the secret for this channel.</summary>
    Task CheckAsync(ChannelConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// One page of items, newest first. A record that cannot be understood comes back as a
    /// <see cref="BrokenRecord"/> in its place and never spoils the page.
    /// </summary>
    Task<ItemPage> ListAsync(ChannelConnection connection, ListRequest request, CancellationToken cancellationToken);

    /// <summary>One item as the marketplace shows it now; null when it has none of that id.</summary>
    Task<FetchedRecord?> ReadAsync(ChannelConnection connection, string externalId, CancellationToken cancellationToken);

    /// <summary>
    /// Sends an answer. That it returns proves nothing (Wildberries says 204 to a wrong id): only
    /// <see cref="ReadAsync"/> does. Call it through <see cref="ReplySender"/>, which sends at most once.
    /// </summary>
    Task SendAsync(ChannelConnection connection, OutgoingReply reply, CancellationToken cancellationToken);

    /// <summary>Replaces the answer that was sent, where <see cref="ConnectorCapabilities.Edit"/> is offered.</summary>
    /// <exception cref="NotSupportedException">The connector does not offer it.</exception>
    Task EditAsync(ChannelConnection connection, OutgoingReply reply, CancellationToken cancellationToken);

    /// <summary>Marks an item as read, where <see cref="ConnectorCapabilities.MarkAsRead"/> is offered.</summary>
    /// <exception cref="NotSupportedException">The connector does not offer it.</exception>
    Task MarkAsReadAsync(ChannelConnection connection, string externalId, CancellationToken cancellationToken);
}
