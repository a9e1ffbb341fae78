using AgentIQ.Rules.Compilation;

namespace AgentIQ.Bench.Rules.ByHand;

/// <summary>Sets that were written by hand, ready to be compared with the engine.</summary>
internal static class HandRace
{
    private static readonly Dictionary<string, Func<CompiledRuleSet, IReadOnlyList<RandomFacts>, Contestant>> Known = new(StringComparer.Ordinal)
    {
        [PriorityByHand.Set] = Of<PriorityByHand, PriorityByHand.Facts>,
        [SlaByHand.Set] = Of<SlaByHand, SlaByHand.Facts>,
        [EscalationByHand.Set] = Of<EscalationByHand, EscalationByHand.Facts>,
        [RoutingByHand.Set] = Of<RoutingByHand, RoutingByHand.Facts>,
        [AutoActionByHand.Set] = Of<AutoActionByHand, AutoActionByHand.Facts>,
    };

    /// <summary>The set by hand, or null for one that nobody wrote by hand: whoever reads words needs an engine for them.</summary>
    /// <exception cref="InvalidOperationException">It does not agree with the engine.</exception>
    public static Contestant? Find(CompiledRuleSet set, IReadOnlyList<RandomFacts> facts) => Known.GetValueOrDefault(set.Name)?.Invoke(set, facts);

    private static Contestant Of<TRules, TFacts>(CompiledRuleSet set, IReadOnlyList<RandomFacts> facts)
        where TRules : IHandWritten<TFacts>
        where TFacts : struct
    {
        TFacts[] known = [.. facts.Select(TRules.Read)];
        var outputs = new long[set.Source.Outputs.Count];
        var evaluation = set.NewEvaluation();
        for (var subject = 0; subject < known.Length; subject++)
        {
            outputs.AsSpan().Fill(RandomFacts.Unknown);
            TRules.Decide(in known[subject], outputs);
            set.Evaluate(facts[subject].Values, evaluation);
            var expected = set.Source.Outputs.Select(output => evaluation.Number(output.Field.Name) ?? RandomFacts.Unknown).ToArray();
            if (evaluation.Fault is not null || !outputs.AsSpan().SequenceEqual(expected))
            {
                throw new InvalidOperationException(
                    $"{set.Name}: expected the set written by hand to agree with rules/{set.Name}.json, came {string.Join(", ", outputs)} by hand and {string.Join(", ", expected)} from the engine for {known[subject]} {evaluation.Fault}; write the change of the rules into {typeof(TRules).Name}.");
            }
        }

        return new Contestant(times =>
        {
            var sum = 0L;
            for (var time = 0; time < times; time++)
            {
                TRules.Decide(in known[time % known.Length], outputs);
                sum += outputs[0];
            }

            return sum;
        });
    }
}
