namespace AgentIQ.Context.Links;

/// <summary>That another interaction belongs to this one.</summary>
/// <param name="OtherId">The other interaction.</param>
/// <param name="Signal">Why.</param>
/// <param name="Confidence">0..1.</param>
public sealed record Link(Guid OtherId, LinkSignal Signal, decimal Confidence)
{
    /// <summary>A link with the confidence of its signal.</summary>
    public static Link Of(Guid otherId, LinkSignal signal) => new(otherId, signal, ConfidenceOf(signal));

    /// <summary>The confidence of an exact key (domain 3.4).</summary>
    public static decimal ConfidenceOf(LinkSignal signal) => signal switch
    {
        LinkSignal.RelatedIdExact or LinkSignal.OrderIdExact => 0.99m,
        LinkSignal.CustomerIdExact => 0.95m,
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "This signal has no confidence."),
    };
}
