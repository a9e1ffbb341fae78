using AgentIQ.Bench.Hosting;
using AgentIQ.Bench.Rules.ByHand;
using AgentIQ.Context.Facts;
using AgentIQ.Intelligence.Facts;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Bench.Rules;

/// <summary>(d) The sets that ship, beside the same sets written by hand.</summary>
internal sealed class ShippedSets : IRulesBenchmark
{
    private const int SubjectCount = 512;

    public string Key => "d";

    public string Description => "The shipped sets on random facts beside the same sets written by hand in C#; a set that reads texts on those of its examples, prepared and read before, alone.";

    public static ShippedRules Load() =>
        ShippedRules.Load(Path.Combine(AppContext.BaseDirectory, "rules"), new ContextFacts(), new OrchestrationFacts(), new IntelligenceFacts());

    public Figures Run(RulesScale scale, CancellationToken ct)
    {
        var figures = new Figures();
        foreach (var (name, set) in Load().Sets)
        {
            IReadOnlyList<RandomFacts> random = RandomFacts.Suit(set) ? RandomFacts.Make(set, SubjectCount) : [];
            var (engine, recorded) = Contestants(set, [.. random.Count > 0 ? random.Select(facts => facts.Values) : set.Source.Examples.Select(example => example.Facts)]);
            var byHand = random.Count > 0 ? HandRace.Find(set, random) : null;
            Contestant.Race(scale, ct, byHand is null ? [engine, recorded] : [engine, byHand, recorded]);
            figures.Add($"{name}_evaluations_per_second", engine.PerSecond);
            if (byHand is not null)
            {
                figures.Add($"{name}_by_hand_per_second", byHand.PerSecond);
                figures.Add($"{name}_times_by_hand", Figures.Median(byHand.Costs.Zip(engine.Costs, (hand, ours) => hand / ours)));
            }

            figures.Add($"{name}_bytes_per_evaluation", engine.Bytes);
            figures.Add($"{name}_recorded_per_second", recorded.PerSecond);
            figures.Add($"{name}_recorded_bytes", recorded.Bytes);
        }

        return figures;
    }

    private static (Contestant Engine, Contestant Recorded) Contestants(CompiledRuleSet set, FactValues[] facts)
    {
        var evaluation = set.NewEvaluation();
        return (new(Evaluate), new(Record));

        long Evaluate(int times)
        {
            var sum = 0L;
            for (var time = 0; time < times; time++)
            {
                set.Evaluate(facts[time % facts.Length], evaluation);
                sum += evaluation.Matched.Length;
            }

            return sum;
        }

        long Record(int times)
        {
            var sum = 0L;
            for (var time = 0; time < times; time++)
            {
                sum += set.Evaluate(facts[time % facts.Length]).Rows.Count;
            }

            return sum;
        }
    }
}
