using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>Told, inside the transaction, that a channel's state changed. Implemented by the host for live pages; any number may listen.</summary>
public interface IChannelListener
{
    /// <summary>The state or the reason of <paramref name="channelId"/> is another than before.</summary>
    Task ChangedAsync(TenantScope scope, Guid channelId, CancellationToken cancellationToken);
}
