namespace AgentIQ.Ingestion;

/// <summary>How a channel is doing.</summary>
public enum ChannelState
{
    /// <summary>The last sync came through.</summary>
    Ok,

    /// <summary>Reading what was there before: the first sync, or a backlog.</summary>
    Syncing,

    /// <summary>Asks again soon by itself; the reason says why.</summary>
    Waiting,

    /// <summary>The marketplace refuses the token: nothing is asked until a person changes it.</summary>
    Unauthorized,

    /// <summary>Several syncs in a row failed; it goes on trying.</summary>
    Failing,

    /// <summary>Switched off by a person.</summary>
    Disabled,
}
