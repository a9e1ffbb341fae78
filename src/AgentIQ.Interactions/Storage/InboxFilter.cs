namespace AgentIQ.Interactions;

/// <summary>What a list of interactions shows. Filters combine by "and"; null means no filter.</summary>
public sealed record InboxFilter
{
    /// <summary>The queue; <see cref="InboxQueue.NeedsReply"/> by default.</summary>
    public InboxQueue Queue { get; init; } = InboxQueue.NeedsReply;

    /// <summary>Only this channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Only this priority.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Only what this person has.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Part of the preview, the subject, the article, the product number or the customer's name, in any case.</summary>
    public string? Search { get; init; }

    /// <summary>Where the page before ended, as <see cref="InboxPage.NextCursor"/> gave it.</summary>
    public string? Cursor { get; init; }

    /// <summary>1..100 items; 50 by default.</summary>
    public int Limit { get; init; } = 50;
}
