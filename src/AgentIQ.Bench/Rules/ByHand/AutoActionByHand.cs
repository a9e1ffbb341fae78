using System.Runtime.InteropServices;

namespace AgentIQ.Bench.Rules.ByHand;

/// <summary><c>rules/auto-action.json</c> in C#.</summary>
internal sealed class AutoActionByHand : IHandWritten<AutoActionByHand.Facts>
{
    private const long Allowed = 0;
    private const long AssistOnly = 1;
    private const long Auto = 0;
    private const long Draft = 1;
    private const long Block = 2;
    private const long Automatic = 0;
    private const long Person = 1;
    private const long Certain = 850_000;

    /// <summary>How widely the seller allows sending without a person.</summary>
    internal enum Preset
    {
        Unknown,
        Safe,
        Balanced,
        Max,
    }

    /// <summary>How the interaction is linked to others.</summary>
    internal enum Link
    {
        Unknown,
        None,
        Probabilistic,
        Deterministic,
    }

    /// <summary>Where the draft comes from.</summary>
    internal enum Source
    {
        Unknown,
        None,
        Template,
        Model,
        Fallback,
    }

    public static string Set => "auto-action";

    public static Facts Read(RandomFacts facts) => new(
        facts.Member<Channel>("channel"),
        facts.Member<Intent>("intent"),
        facts.Members<Signs>("flags"),
        facts.Values.IsKnown("flags"),
        facts.Number("rating"),
        facts.Member<Link>("link_type"),
        facts.Number("link_confidence"),
        facts.Number("auto_send_enabled"),
        facts.Member<Preset>("auto_preset"),
        facts.Number("auto_product_excluded"),
        facts.Member<Source>("draft_source"),
        facts.Number("guardrails_valid"),
        facts.Number("similar_complaints_7d"));

    public static void Decide(in Facts facts, Span<long> outputs)
    {
        var link = facts.Link == Link.None || (facts.Link == Link.Deterministic && facts.Confidence >= Certain) ? Allowed : AssistOnly;
        var scenario = ScenarioOf(in facts);
        outputs[0] = link;
        outputs[1] = scenario;
        outputs[2] = link == Allowed && scenario == Auto && MayGo(in facts) ? Automatic : Person;
    }

    private static long ScenarioOf(in Facts facts) => facts.Intent switch
    {
        Intent.DefectNotWorking or Intent.WrongItem or Intent.QualityComplaint => Block,
        Intent.Thanks when facts.Channel == Channel.Review && facts.Preset != Preset.Unknown => Auto,
        Intent.DeliveryStatus when facts.Channel is Channel.Review or Channel.Question && facts.Preset is Preset.Balanced or Preset.Max => Auto,
        Intent.DeliveryStatus when facts is { Channel: Channel.Chat, Preset: Preset.Max } => Auto,
        Intent.PrePurchase or Intent.SizingFit or Intent.Availability or Intent.Compatibility
            when (facts.Channel == Channel.Question && facts.Preset is Preset.Balanced or Preset.Max) || facts is { Channel: Channel.Chat, Preset: Preset.Max } => Auto,
        Intent.RefundExchange when facts.Preset == Preset.Max => Auto,
        _ => Draft,
    };

    // A question has no rating; a review without one is nothing to answer without a person.
    private static bool MayGo(in Facts facts) =>
        facts is { Enabled: 1, Valid: 1, FlagsKnown: true, Flags: Signs.None, Source: Source.Template or Source.Model }
        && (facts.Rating == RandomFacts.Unknown ? facts.Channel != Channel.Review : facts.Rating >= 4)
        && facts.Similar < 3
        && facts.Excluded != 1;

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Facts(
        Channel Channel,
        Intent Intent,
        Signs Flags,
        bool FlagsKnown,
        long Rating,
        Link Link,
        long Confidence,
        long Enabled,
        Preset Preset,
        long Excluded,
        Source Source,
        long Valid,
        long Similar);
}
