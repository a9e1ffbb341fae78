namespace AgentIQ.Ingestion;

/// <summary>How a run of a sync ended.</summary>
public enum SyncOutcome
{
    /// <summary>Both passes read what they should.</summary>
    Completed,

    /// <summary>The budget ended first; the next runs go on where this one stopped.</summary>
    MoreToCome,

    /// <summary>The marketplace allows no more calls now, or the next is kept for a reply.</summary>
    Waiting,

    /// <summary>The marketplace did not answer as it should, or we have a fault; it is tried again with back-off.</summary>
    Failed,

    /// <summary>The marketplace refuses the token: nothing is asked until it is changed.</summary>
    Unauthorized,

    /// <summary>Another process has the channel, or the channel is switched off: nothing was done.</summary>
    NotMine,
}
