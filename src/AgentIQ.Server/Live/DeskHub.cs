using AgentIQ.Server.Security;
using Microsoft.AspNetCore.SignalR;

namespace AgentIQ.Server.Live;

/// <summary>The hub behind open pages. It only listens to the server: pages change things through the API.</summary>
internal sealed class DeskHub(LivePages pages) : Hub<IDeskClient>
{
    /// <summary>The group of a seller's pages.</summary>
    public static string GroupOf(Guid sellerId) => sellerId.ToString("D");

    public override async Task OnConnectedAsync()
    {
        var sellerId = CurrentUser.Of(Context.User).SellerId;
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(sellerId), Context.ConnectionAborted);
        pages.Opened(sellerId);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        pages.Closed(CurrentUser.Of(Context.User).SellerId);
        await base.OnDisconnectedAsync(exception);
    }
}
