namespace AgentIQ.Server.Live;

/// <summary>What the server tells open pages. Public, because SignalR implements it at run time in another assembly.</summary>
public interface IDeskClient
{
    /// <summary>An interaction changed: ask for it again if it is on the screen.</summary>
    Task InteractionChanged(InteractionChange change);

    /// <summary>The queues' numbers changed.</summary>
    Task CountsChanged();

    /// <summary>A channel's state changed.</summary>
    Task ChannelChanged(ChannelChange change);
}

/// <summary>Which interaction changed.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Revision">Its newest revision.</param>
public sealed record InteractionChange(Guid Id, long Revision);

/// <summary>Which channel changed.</summary>
/// <param name="Id">The channel.</param>
public sealed record ChannelChange(Guid Id);
