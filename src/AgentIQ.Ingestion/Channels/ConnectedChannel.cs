namespace AgentIQ.Ingestion;

/// <summary>A channel with what is needed to speak for it.</summary>
/// <param name="Connector">Its protocol.</param>
/// <param name="Connection">For whom; holds the secret.</param>
/// <param name="State">How it was doing when this was read.</param>
/// <param name="LastSyncAt">When a sync last came through.</param>
public sealed record ConnectedChannel(IConnector Connector, ChannelConnection Connection, ChannelState State, DateTimeOffset? LastSyncAt);
