using System.Text.Json;
using AgentIQ.Ingestion;
using AgentIQ.Postgres;

namespace AgentIQ.Server.Live;

/// <summary>
/// Tells open pages of every process that a channel's state changed, once the change is committed: the notification is
/// part of the transaction. States change rarely, so unlike in a burst nobody queues behind it.
/// </summary>
internal sealed class LiveChannels : IChannelListener
{
    public Task ChangedAsync(TenantScope scope, Guid channelId, CancellationToken cancellationToken) => Notifications.NotifyAsync(
        scope.Connection, ChannelNotice.Topic, JsonSerializer.Serialize(new ChannelNotice(scope.TenantId, channelId)), cancellationToken);
}
