namespace AgentIQ.Interactions;

/// <summary>The queues of the inbox. One definition serves lists and counts, so that they always agree.</summary>
public enum InboxQueue
{
    /// <summary>A person has to answer or to decide.</summary>
    NeedsReply,

    /// <summary>A reply is out and the marketplace or the customer is next.</summary>
    Waiting,

    /// <summary>Resolved or closed.</summary>
    Done,

    /// <summary>Everything.</summary>
    All,
}
