namespace AgentIQ.Bench.Rules.ByHand;

/// <summary><c>rules/sla.json</c> in C#.</summary>
internal sealed class SlaByHand : IHandWritten<SlaByHand.Facts>
{
    /// <summary>The place of Europe/Moscow among the output's values.</summary>
    private const long Moscow = 2;

    private const long OneAndAHalf = 1_500_000;

    public static string Set => "sla";

    public static Facts Read(RandomFacts facts) => new(facts.Member<Case>("case"));

    public static void Decide(in Facts facts, Span<long> outputs)
    {
        (outputs[0], outputs[1], outputs[2]) = facts.Case switch
        {
            Case.Danger => (15, 5, 60),
            Case.DefectOrWrongItem => (15, 15, 30),
            Case.NegativeReview => (30, 15, 60),
            Case.AverageReviewOrDelivery => (60, 30, 240),
            Case.PrePurchaseChat => (2, 5, 10),
            Case.PrePurchaseQuestion => (5, 15, 30),
            Case.DialogueContinued => (120, 60, 480),
            Case.Positive => (1_440, 720, 2_880),
            _ => (240L, 120L, 1_440L),
        };
        outputs[3] = facts.Case == Case.Danger ? 0 : 1;
        outputs[4] = 9 * TimeSpan.TicksPerHour;
        outputs[5] = 21 * TimeSpan.TicksPerHour;
        outputs[6] = Moscow;
        outputs[7] = OneAndAHalf;
    }

    internal readonly record struct Facts(Case Case);
}
