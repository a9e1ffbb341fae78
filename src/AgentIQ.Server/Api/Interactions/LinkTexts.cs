using AgentIQ.Context.Links;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Why interactions belong together, in words.</summary>
internal static class LinkTexts
{
    public static LocalText Explain(LinkSignal signal) => signal switch
    {
        LinkSignal.RelatedIdExact => new("Продолжение того же отзыва", "A continuation of the same review"),
        LinkSignal.OrderIdExact => new("Тот же заказ", "The same order"),
        LinkSignal.CustomerIdExact => new("Тот же покупатель", "The same customer"),
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "This signal has no words."),
    };
}
