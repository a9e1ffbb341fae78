using System.Runtime.InteropServices;

namespace AgentIQ.Bench.Rules.ByHand;

/// <summary><c>rules/priority.json</c> in C#.</summary>
internal sealed class PriorityByHand : IHandWritten<PriorityByHand.Facts>
{
    private const long Low = 0;
    private const long Normal = 1;
    private const long High = 2;
    private const long Urgent = 3;

    public static string Set => "priority";

    public static Facts Read(RandomFacts facts) => new(
        facts.Member<Channel>("channel"),
        facts.Member<Intent>("intent"),
        facts.Members<Signs>("flags"),
        facts.Number("rating"),
        facts.Number("customer_continued"),
        facts.Number("messages_from_customer"),
        facts.Number("similar_complaints_7d"));

    public static void Decide(in Facts facts, Span<long> outputs)
    {
        var (priority, found) = Find(in facts);
        outputs[0] = priority;
        outputs[1] = (long)found - 1;
        outputs[2] = facts.Similar >= 3 ? 1 : RandomFacts.Unknown;
    }

    private static (long Priority, Case Case) Find(in Facts facts)
    {
        if ((facts.Flags & (Signs.LegalThreat | Signs.HealthSafety | Signs.CounterfeitSuspicion)) != Signs.None)
        {
            return (Urgent, Case.Danger);
        }

        if (facts.Intent is Intent.DefectNotWorking or Intent.WrongItem)
        {
            return (Urgent, Case.DefectOrWrongItem);
        }

        if (facts is { Channel: Channel.Review, Rating: 1 or 2 })
        {
            return (Urgent, Case.NegativeReview);
        }

        if (facts is { Channel: Channel.Review, Rating: 3 }
            || facts.Intent is Intent.DeliveryDelay or Intent.CancelRequest or Intent.RefundExchange
            || (facts.Flags & Signs.MissingParts) != Signs.None)
        {
            return (High, Case.AverageReviewOrDelivery);
        }

        if (facts.Intent is Intent.PrePurchase or Intent.SizingFit or Intent.Availability or Intent.Compatibility && facts.Channel is Channel.Chat or Channel.Question)
        {
            return (High, facts.Channel == Channel.Chat ? Case.PrePurchaseChat : Case.PrePurchaseQuestion);
        }

        if (facts.Continued == 1)
        {
            return (High, Case.DialogueContinued);
        }

        if (facts.Intent is Intent.QualityComplaint or Intent.UsageHowto)
        {
            return facts.Messages >= 3 ? (High, Case.DialogueContinued) : (Normal, Case.Ordinary);
        }

        if (facts is { Channel: Channel.Review, Rating: 4 or 5 } || facts.Intent == Intent.Thanks)
        {
            return (Low, Case.Positive);
        }

        return facts.Channel is Channel.Question or Channel.Chat && facts.Messages >= 3 ? (High, Case.DialogueContinued) : (Normal, Case.Ordinary);
    }

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Facts(Channel Channel, Intent Intent, Signs Flags, long Rating, long Continued, long Messages, long Similar);
}
