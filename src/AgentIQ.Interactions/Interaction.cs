namespace AgentIQ.Interactions;

/// <summary>
/// One review, question or chat of one seller, in one round of its life. A customer who comes back after the
/// round was closed opens the next round. The text is kept apart, in <see cref="InteractionContent"/>.
/// </summary>
public sealed record Interaction
{
    /// <summary>The owner: the tenant of every row that hangs on this interaction.</summary>
    public required Guid SellerId { get; init; }

    /// <summary>UUIDv7, made by the process that received it first.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the marketplace calls it.</summary>
    public required InteractionKey Key { get; init; }

    /// <summary>The connected channel that it came through last; null where that was not kept.</summary>
    public Guid? ChannelId { get; init; }

    /// <summary>Made for a trial run of a workflow: in no list, count or search, and answered on a simulated marketplace only. It never changes.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>1 for the first round; closing ends a round.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The state, changed only through <see cref="StateMachine"/>.</summary>
    public InteractionStatus Status { get; init; } = InteractionStatus.New;

    /// <summary>False for a rating without words and for what is already answered.</summary>
    public bool NeedsReply { get; init; }

    /// <summary>True when its workflow has an incident: it waits in the inbox for a person, never in limbo.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>Where the latest reply stands.</summary>
    public ReplyState ReplyState { get; init; }

    /// <summary>Set by the <c>priority</c> policy; normal until it has run.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>What the customer wants, one of the intents of the classifier; null until classified.</summary>
    public string? Intent { get; init; }

    /// <summary><c>positive</c>, <c>neutral</c> or <c>negative</c>; null until classified.</summary>
    public string? Sentiment { get; init; }

    /// <summary>Marks that call for care, such as <c>legal_threat</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>0 while on time; raised by the <c>escalation</c> policy.</summary>
    public int EscalationLevel { get; init; }

    /// <summary>Whom the <c>escalation</c> policy told last, as it says it (<c>manager</c>, <c>owner</c>); null while on time.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The case that its deadlines follow, as the <c>priority</c> policy says it; null until it has run.</summary>
    public string? ServiceCase { get; init; }

    /// <summary>1..5 stars; reviews only.</summary>
    public int? Rating { get; init; }

    /// <summary>One line that says what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The first words of the text, for lists; at most <see cref="MaxPreview"/> characters.</summary>
    public required string Preview { get; init; }

    /// <summary>The name the customer shows; never an identity.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The marketplace's id of the customer, where it gives one.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The marketplace's id of the order, where it gives one.</summary>
    public string? OrderId { get; init; }

    /// <summary>Ids of other items that the marketplace itself ties to this one (first review and its addition).</summary>
    public IReadOnlyList<string> RelatedIds { get; init; } = [];

    /// <summary>The marketplace's product number (Wildberries: nmId).</summary>
    public string? ProductId { get; init; }

    /// <summary>The seller's own article.</summary>
    public string? ProductArticle { get; init; }

    /// <summary>The product's name as the customer saw it.</summary>
    public string? ProductName { get; init; }

    /// <summary>The person who answers; null while nobody does.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>When the customer wrote, by the marketplace's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>How often the customer wrote in this item: words of the first writing, edits and earlier rounds.</summary>
    public int MessagesFromCustomer { get; init; }

    /// <summary>When we first saw it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// The later of "it happened" and "this channel was connected": importing history raises no alarms. After a pause it lies as much later as
    /// was not counted.
    /// </summary>
    public required DateTimeOffset ClockStart { get; init; }

    /// <summary>The business hours that its deadlines were counted by, as the layer above keeps them; null when every minute counts.</summary>
    public string? ServiceClock { get; init; }

    /// <summary>When it became the customer's turn and the clock stopped; null while the clock runs. Set by <see cref="StateMachine"/>.</summary>
    public DateTimeOffset? ClockStoppedAt { get; init; }

    /// <summary>When the customer's turn ended, until the layer above has moved the deadlines by the pause. Set by <see cref="StateMachine"/>.</summary>
    public DateTimeOffset? ClockResumedAt { get; init; }

    /// <summary>Until when a first answer is promised; set by the <c>sla</c> policy.</summary>
    public DateTimeOffset? FirstResponseDue { get; init; }

    /// <summary>When it is shown to somebody above; set by the <c>sla</c> policy.</summary>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>After this the answer is a failure; set by the <c>sla</c> policy.</summary>
    public DateTimeOffset? HardDeadline { get; init; }

    /// <summary>When it was resolved in this round.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When this round was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the row last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Grows by one with every change; a client sends back the one it saw.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>
    /// The revision at which the customer or the marketplace last changed what is to be answered. A reply written
    /// against an older one is stopped; one written before a mere reassignment is not.
    /// </summary>
    public long ContentRevision { get; init; } = 1;

    /// <summary>Length limit of <see cref="Preview"/>.</summary>
    public const int MaxPreview = 160;

    /// <summary>True for a review that has stars and no words.</summary>
    public bool RatingOnly => Key.Channel == Channel.Review && Preview.Length == 0;

    /// <summary>True until it is resolved or closed.</summary>
    public bool IsOpen => Status is not (InteractionStatus.Resolved or InteractionStatus.Closed);
}
