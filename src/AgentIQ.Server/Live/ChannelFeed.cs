using System.Text.Json;
using System.Threading.Channels;
using AgentIQ.Postgres;
using Microsoft.AspNetCore.SignalR;

namespace AgentIQ.Server.Live;

/// <summary>Hears which channels changed, in any process, and tells this process' open pages of that seller.</summary>
internal sealed class ChannelFeed(
    Notifications notifications, IHubContext<DeskHub, IDeskClient> hub, ILogger<ChannelFeed> logger) : BackgroundService
{
    // A page that lost a hint asks again by itself, so under a flood the oldest may go.
    private readonly Channel<string> _heard = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = notifications.Subscribe(ChannelNotice.Topic, payload => _heard.Writer.TryWrite(payload));
        await foreach (var payload in _heard.Reader.ReadAllAsync(stoppingToken))
        {
            if (Read(payload) is { } notice)
            {
                await hub.Clients.Group(DeskHub.GroupOf(notice.Seller)).ChannelChanged(new ChannelChange(notice.Channel));
            }
        }
    }

    private ChannelNotice? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<ChannelNotice>(payload);
        }
        catch (JsonException error)
        {
            // Another version of this program may run beside us during a release.
            logger.LogWarning(error, "A notice of {Length} characters was not understood", payload.Length);
            return null;
        }
    }
}
