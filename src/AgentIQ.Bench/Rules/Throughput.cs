using AgentIQ.Bench.Hosting;
using AgentIQ.Bench.Rules.Synthetic;

namespace AgentIQ.Bench.Rules;

/// <summary>(b), (c) Evaluations a second of random rows, beside the same rows written by hand in C#.</summary>
internal sealed class Throughput(string key, string description, Func<int, IRowShape> rows) : IRulesBenchmark
{
    public string Key => key;

    public string Description => description;

    public Figures Run(RulesScale scale, CancellationToken ct)
    {
        var figures = new Figures();
        foreach (var size in scale.Sizes)
        {
            ct.ThrowIfCancellationRequested();
            var (engine, recorded, byHand) = new SyntheticSet(rows(size)).Contestants();
            Contestant.Race(scale, ct, engine, byHand, recorded);
            figures.Add($"{size}_evaluations_per_second", engine.PerSecond);
            figures.Add($"{size}_microseconds", engine.Cost * 1e6);
            figures.Add($"{size}_bytes_per_evaluation", engine.Bytes);
            figures.Add($"{size}_by_hand_per_second", byHand.PerSecond);
            figures.Add($"{size}_times_by_hand", Figures.Median(byHand.Costs.Zip(engine.Costs, (hand, ours) => hand / ours)));
            figures.Add($"{size}_recorded_per_second", recorded.PerSecond);
            figures.Add($"{size}_recorded_bytes", recorded.Bytes);
        }

        return figures;
    }
}
