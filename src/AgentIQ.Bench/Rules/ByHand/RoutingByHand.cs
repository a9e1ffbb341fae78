using System.Runtime.InteropServices;

namespace AgentIQ.Bench.Rules.ByHand;

/// <summary><c>rules/routing.json</c> in C#.</summary>
internal sealed class RoutingByHand : IHandWritten<RoutingByHand.Facts>
{
    private const long Queue = 0;
    private const long Operator = 1;
    private const long Manager = 2;

    public static string Set => "routing";

    public static Facts Read(RandomFacts facts) => new(facts.Member<Case>("case"), facts.Members<Signs>("flags"), facts.Number("managers_in_team"), facts.Number("operators_in_team"));

    public static void Decide(in Facts facts, Span<long> outputs)
    {
        outputs[0] = facts.Managers >= 1 && (facts.Case == Case.Danger || (facts.Flags & Signs.MassDefect) != Signs.None) ? Manager
            : facts.Operators == 1 ? Operator
            : Queue;
        outputs[1] = RandomFacts.Unknown;
    }

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Facts(Case Case, Signs Flags, long Managers, long Operators);
}
