using AgentIQ.Bench.Hosting;
using AgentIQ.Bench.Rules.Synthetic;

namespace AgentIQ.Bench.Rules;

/// <summary>(a) From a set's text to the set ready to run.</summary>
internal sealed class CompileTime : IRulesBenchmark
{
    public string Key => "a";

    public string Description => "Compile time: from the text of a set to the set ready to run, the first time in this process and once warm.";

    public Figures Run(RulesScale scale, CancellationToken ct)
    {
        var figures = new Figures();
        var began = TimeProvider.System.GetTimestamp();
        SyntheticSet.Compile(SyntheticSet.Document(new SparseRows(scale.Sizes[^1] / 10, seed: 1)));
        figures.Add($"first_{scale.Sizes[^1] / 10}_milliseconds", TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        foreach (var size in scale.Sizes)
        {
            var (sparse, dense) = (Of(new SparseRows(size, seed: 1)), Of(new DenseRows(size, seed: 1)));
            Contestant.Race(scale, ct, sparse, dense);
            figures.Add($"{size}_sparse_milliseconds", sparse.Cost * 1e3);
            figures.Add($"{size}_sparse_bytes", sparse.Bytes);
            figures.Add($"{size}_dense_milliseconds", dense.Cost * 1e3);
            figures.Add($"{size}_dense_bytes", dense.Bytes);
        }

        return figures;
    }

    private static Contestant Of(IRowShape rows)
    {
        var document = SyntheticSet.Document(rows);
        return new Contestant(times =>
        {
            var sum = 0L;
            for (var time = 0; time < times; time++)
            {
                sum += SyntheticSet.Compile(document).Rows.Count;
            }

            return sum;
        });
    }
}
