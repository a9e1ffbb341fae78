namespace AgentIQ.Interactions;

/// <summary>A row of <c>interactions</c> as Dapper reads and writes it: enums as their spelling.</summary>
internal sealed class InteractionRow
{
    public Guid SellerId { get; set; }
    public Guid Id { get; set; }
    public string Marketplace { get; set; } = "";
    public string Channel { get; set; } = "";
    public string ExternalId { get; set; } = "";
    public int Round { get; set; }
    public string Status { get; set; } = "";
    public bool NeedsReply { get; set; }
    public bool NeedsPerson { get; set; }
    public string ReplyState { get; set; } = "";
    public string Priority { get; set; } = "";
    public string? Intent { get; set; }
    public string? Sentiment { get; set; }
    public string[] Flags { get; set; } = [];
    public int EscalationLevel { get; set; }
    public int? Rating { get; set; }
    public string Subject { get; set; } = "";
    public string Preview { get; set; } = "";
    public string? CustomerName { get; set; }
    public string? CustomerId { get; set; }
    public string? OrderId { get; set; }
    public string[] RelatedIds { get; set; } = [];
    public string? ProductId { get; set; }
    public string? ProductArticle { get; set; }
    public string? ProductName { get; set; }
    public Guid? AssigneeId { get; set; }
    public DateTimeOffset OccurredAt { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public DateTimeOffset ClockStart { get; set; }
    public DateTimeOffset? FirstResponseDue { get; set; }
    public DateTimeOffset? EscalateAt { get; set; }
    public DateTimeOffset? HardDeadline { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public long Revision { get; set; }
    public long ContentRevision { get; set; }
    public Guid? ChannelId { get; set; }
    public bool IsSandbox { get; set; }
    public int MessagesFromCustomer { get; set; }
    public string? EscalatedTo { get; set; }
    public string? ServiceCase { get; set; }
    public string? ServiceClock { get; set; }
    public DateTimeOffset? ClockStoppedAt { get; set; }
    public DateTimeOffset? ClockResumedAt { get; set; }

    /// <summary>The columns, for every SELECT.</summary>
    public const string Columns =
        """
        seller_id, id, marketplace, channel, external_id, round, status,
        needs_reply, needs_person, reply_state, priority, intent, sentiment, flags,
        escalation_level, rating, subject, preview, customer_name, customer_id,
        order_id, related_ids, product_id, product_article,
        product_name, assignee_id, occurred_at, received_at,
        clock_start, first_response_due, escalate_at,
        hard_deadline, resolved_at, closed_at, updated_at, revision, content_revision, channel_id, is_sandbox,
        messages_from_customer, escalated_to, service_case, service_clock, clock_stopped_at, clock_resumed_at
        """;

    public static InteractionRow From(Interaction interaction) => new()
    {
        SellerId = interaction.SellerId,
        Id = interaction.Id,
        Marketplace = interaction.Key.Marketplace,
        Channel = EnumText<Channel>.Of(interaction.Key.Channel),
        ExternalId = interaction.Key.ExternalId,
        Round = interaction.Round,
        Status = EnumText<InteractionStatus>.Of(interaction.Status),
        NeedsReply = interaction.NeedsReply,
        NeedsPerson = interaction.NeedsPerson,
        ReplyState = EnumText<ReplyState>.Of(interaction.ReplyState),
        Priority = EnumText<Priority>.Of(interaction.Priority),
        Intent = interaction.Intent,
        Sentiment = interaction.Sentiment,
        Flags = [.. interaction.Flags],
        EscalationLevel = interaction.EscalationLevel,
        Rating = interaction.Rating,
        Subject = interaction.Subject,
        Preview = interaction.Preview,
        CustomerName = interaction.CustomerName,
        CustomerId = interaction.CustomerId,
        OrderId = interaction.OrderId,
        RelatedIds = [.. interaction.RelatedIds],
        ProductId = interaction.ProductId,
        ProductArticle = interaction.ProductArticle,
        ProductName = interaction.ProductName,
        AssigneeId = interaction.AssigneeId,
        OccurredAt = interaction.OccurredAt,
        ReceivedAt = interaction.ReceivedAt,
        ClockStart = interaction.ClockStart,
        FirstResponseDue = interaction.FirstResponseDue,
        EscalateAt = interaction.EscalateAt,
        HardDeadline = interaction.HardDeadline,
        ResolvedAt = interaction.ResolvedAt,
        ClosedAt = interaction.ClosedAt,
        UpdatedAt = interaction.UpdatedAt,
        Revision = interaction.Revision,
        ContentRevision = interaction.ContentRevision,
        ChannelId = interaction.ChannelId,
        IsSandbox = interaction.IsSandbox,
        MessagesFromCustomer = interaction.MessagesFromCustomer,
        EscalatedTo = interaction.EscalatedTo,
        ServiceCase = interaction.ServiceCase,
        ServiceClock = interaction.ServiceClock,
        ClockStoppedAt = interaction.ClockStoppedAt,
        ClockResumedAt = interaction.ClockResumedAt,
    };

    public Interaction ToInteraction() => new()
    {
        SellerId = SellerId,
        Id = Id,
        Key = new InteractionKey(Marketplace, EnumText<Channel>.Parse(Channel), ExternalId),
        Round = Round,
        Status = EnumText<InteractionStatus>.Parse(Status),
        NeedsReply = NeedsReply,
        NeedsPerson = NeedsPerson,
        ReplyState = EnumText<ReplyState>.Parse(ReplyState),
        Priority = EnumText<Priority>.Parse(Priority),
        Intent = Intent,
        Sentiment = Sentiment,
        Flags = Flags,
        EscalationLevel = EscalationLevel,
        Rating = Rating,
        Subject = Subject,
        Preview = Preview,
        CustomerName = CustomerName,
        CustomerId = CustomerId,
        OrderId = OrderId,
        RelatedIds = RelatedIds,
        ProductId = ProductId,
        ProductArticle = ProductArticle,
        ProductName = ProductName,
        AssigneeId = AssigneeId,
        OccurredAt = OccurredAt,
        ReceivedAt = ReceivedAt,
        ClockStart = ClockStart,
        FirstResponseDue = FirstResponseDue,
        EscalateAt = EscalateAt,
        HardDeadline = HardDeadline,
        ResolvedAt = ResolvedAt,
        ClosedAt = ClosedAt,
        UpdatedAt = UpdatedAt,
        Revision = Revision,
        ContentRevision = ContentRevision,
        ChannelId = ChannelId,
        IsSandbox = IsSandbox,
        MessagesFromCustomer = MessagesFromCustomer,
        EscalatedTo = EscalatedTo,
        ServiceCase = ServiceCase,
        ServiceClock = ServiceClock,
        ClockStoppedAt = ClockStoppedAt,
        ClockResumedAt = ClockResumedAt,
    };
}
