using System.Runtime.InteropServices;

namespace AgentIQ.Bench.Rules.ByHand;

/// <summary><c>rules/escalation.json</c> in C#.</summary>
internal sealed class EscalationByHand : IHandWritten<EscalationByHand.Facts>
{
    private const long Manager = 2;
    private const long Owner = 3;
    private const long ThreeDays = 3 * 24 * 60;

    public static string Set => "escalation";

    public static Facts Read(RandomFacts facts) => new(
        facts.Number("escalation_level"), facts.Number("minutes_past_escalate"), facts.Number("overdue"), facts.Number("waiting_minutes"), facts.Number("similar_complaints_7d"));

    public static void Decide(in Facts facts, Span<long> outputs)
    {
        var known = facts.Level != RandomFacts.Unknown;
        if (known && facts.Level < 3 && facts.Overdue == 1 && facts.Waiting >= ThreeDays)
        {
            Put(outputs, level: 3, Owner);
        }
        else if (known && facts.Level < 2 && (facts.Similar > 10 || facts.Overdue == 1))
        {
            Put(outputs, level: 2, Owner);
        }
        else if (known && facts.Level < 1 && facts.PastEscalate >= 0)
        {
            Put(outputs, level: 1, Manager);
        }
        else
        {
            (outputs[0], outputs[1], outputs[2], outputs[3]) = (0, 0, 0, RandomFacts.Unknown);
        }
    }

    private static void Put(Span<long> outputs, long level, long whom) => (outputs[0], outputs[1], outputs[2], outputs[3]) = (1, level, whom, 0);

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Facts(long Level, long PastEscalate, long Overdue, long Waiting, long Similar);
}
