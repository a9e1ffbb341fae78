namespace AgentIQ.Ingestion;

/// <summary>What a marketplace's channel can do. Activities and pages are offered by these flags, never by name.</summary>
[Flags]
public enum ConnectorCapabilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Lists its items, newest first.</summary>
    List = 1 << 0,

    /// <summary>Reads one item by its id: the only proof that an answer arrived.</summary>
    Read = 1 << 1,

    /// <summary>Sends an answer.</summary>
    Send = 1 << 2,

    /// <summary>Lets an answer be edited after it was sent.</summary>
    Edit = 1 << 3,

    /// <summary>Lets an item be marked as read.</summary>
    MarkAsRead = 1 << 4,

    /// <summary>Checks answers before customers see them, and may reject them.</summary>
    Moderation = 1 << 5,

    /// <summary>Calls us when something happens; otherwise we ask on a schedule.</summary>
    Webhooks = 1 << 6,
}
