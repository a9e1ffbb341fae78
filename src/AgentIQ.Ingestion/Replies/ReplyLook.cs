namespace AgentIQ.Ingestion;

/// <summary>What reading an item back says about a reply.</summary>
public enum ReplyLook
{
    /// <summary>Our text, shown to customers.</summary>
    Published,

    /// <summary>Our text, being checked.</summary>
    Moderation,

    /// <summary>Our text, refused.</summary>
    Rejected,

    /// <summary>No answer, or only an earlier one that was refused.</summary>
    Missing,

    /// <summary>The marketplace has no such item.</summary>
    ItemMissing,

    /// <summary>Another text stands there.</summary>
    AnsweredOutside,
}
