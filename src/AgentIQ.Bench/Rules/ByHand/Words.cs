namespace AgentIQ.Bench.Rules.ByHand;

/// <summary>The words of the fact <c>channel</c>.</summary>
internal enum Channel
{
    Unknown,
    Review,
    Question,
    Chat,
}

/// <summary>The words of the fact <c>intent</c>.</summary>
internal enum Intent
{
    Unknown,
    DeliveryStatus,
    DeliveryDelay,
    CancelRequest,
    WrongItem,
    DefectNotWorking,
    UsageHowto,
    ProductSpec,
    RefundExchange,
    Thanks,
    QualityComplaint,
    PrePurchase,
    SizingFit,
    Availability,
    Compatibility,
    Other,
}

/// <summary>The words of the fact <c>flags</c>.</summary>
[Flags]
internal enum Signs
{
    None = 0,
    LegalThreat = 1,
    HealthSafety = 2,
    CounterfeitSuspicion = 4,
    MissingParts = 8,
    Insult = 16,
    Threat = 32,
    PersonalData = 64,
    MassDefect = 128,
    MachineInstructions = 256,
}

/// <summary>The words of the fact <c>case</c>, from mild to severe; the set's output counts from 0, so one less.</summary>
internal enum Case
{
    Unknown,
    Positive,
    Ordinary,
    DialogueContinued,
    PrePurchaseQuestion,
    PrePurchaseChat,
    AverageReviewOrDelivery,
    NegativeReview,
    DefectOrWrongItem,
    Danger,
}
