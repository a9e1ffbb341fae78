namespace AgentIQ.Intelligence.Intents;

/// <summary>The intents a customer's text may have: ten after the purchase, four before it, and <see cref="Other"/>.</summary>
public static class IntentNames
{
    /// <summary>Where is my order.</summary>
    public const string DeliveryStatus = "delivery_status";

    /// <summary>The order is late.</summary>
    public const string DeliveryDelay = "delivery_delay";

    /// <summary>Wants to cancel the order.</summary>
    public const string CancelRequest = "cancel_request";

    /// <summary>Something else arrived.</summary>
    public const string WrongItem = "wrong_item";

    /// <summary>A defect; it does not work.</summary>
    public const string DefectNotWorking = "defect_not_working";

    /// <summary>How to use it.</summary>
    public const string UsageHowto = "usage_howto";

    /// <summary>A question about characteristics.</summary>
    public const string ProductSpec = "product_spec";

    /// <summary>Wants to return or exchange.</summary>
    public const string RefundExchange = "refund_exchange";

    /// <summary>Thanks or praise.</summary>
    public const string Thanks = "thanks";

    /// <summary>Works, but is not good enough.</summary>
    public const string QualityComplaint = "quality_complaint";

    /// <summary>A question before buying.</summary>
    public const string PrePurchase = "pre_purchase";

    /// <summary>Which size.</summary>
    public const string SizingFit = "sizing_fit";

    /// <summary>Is it in stock.</summary>
    public const string Availability = "availability";

    /// <summary>Does it fit with something.</summary>
    public const string Compatibility = "compatibility";

    /// <summary>None of the above.</summary>
    public const string Other = "other";

    /// <summary>All intents, the most pressing first: at equal evidence the earlier one wins.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DefectNotWorking, WrongItem, RefundExchange, CancelRequest, DeliveryDelay, DeliveryStatus, QualityComplaint,
        SizingFit, Compatibility, Availability, UsageHowto, ProductSpec, PrePurchase, Thanks, Other,
    ];
}
