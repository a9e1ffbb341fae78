using System.Globalization;
using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Rules;

/// <summary>What was wanted, what came, and what the peer does.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Wanted">The limit.</param>
/// <param name="AtMost">Whether less is better.</param>
/// <param name="Measured">What came.</param>
/// <param name="Peer">The same of NRules on the same kind of machine, with a session that is used again; null where it has none.</param>
internal sealed record Target(string What, double Wanted, bool AtMost, double Measured, double? Peer)
{
    public bool Met => AtMost ? Measured <= Wanted : Measured >= Wanted;

    /// <summary>The targets about which something was measured.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyDictionary<string, Figures> figures)
    {
        List<Target> targets = [];
        Add("compile 1,000 rules, ms", 10, atMost: true, 821, key => key is "a.1000_sparse_milliseconds", values => values.Max());
        Add("1,000 rules, sparse, evaluations/s", 500_000, atMost: false, 12_200, key => key is "b.1000_evaluations_per_second", values => values.Min());
        Add("10,000 rules, sparse, µs", 10, atMost: true, null, key => key is "b.10000_microseconds", values => values.Max());
        Add("the slowest shipped set, evaluations/s", 1_000_000, atMost: false, null, key => key.StartsWith("d.", StringComparison.Ordinal) && key.EndsWith("_evaluations_per_second", StringComparison.Ordinal), values => values.Min());
        Add("bytes for an evaluation, the most", 0, atMost: true, 63_000, key => key.EndsWith("_bytes_per_evaluation", StringComparison.Ordinal), values => values.Max());
        Add("texts of 300 characters prepared/s", 100_000, atMost: false, null, key => key is "e.prepare_per_second", values => values.Min());
        Add("the same with all guardrail phrases/s", 100_000, atMost: false, null, key => key is "e.prepare_and_scan_per_second", values => values.Min());
        return targets;

        void Add(string what, double wanted, bool atMost, double? peer, Func<string, bool> which, Func<IEnumerable<double>, double> worst)
        {
            List<double> found = [.. figures.SelectMany(part => part.Value.Where(figure => which($"{part.Key}.{figure.Key}")).Select(figure => figure.Value))];
            if (found.Count > 0)
            {
                targets.Add(new Target(what, wanted, atMost, worst(found), peer));
            }
        }
    }

    public static string Table(IReadOnlyList<Target> targets) => string.Join(
        Environment.NewLine,
        targets.Select(target => string.Create(
            CultureInfo.InvariantCulture,
            $"{target.What,-42} {(target.AtMost ? "at most" : "at least"),8} {target.Wanted,11:#,0.##}  measured {target.Measured,14:#,0.##}  {(target.Met ? "met   " : "MISSED")}{(target.Peer is { } peer ? $"  NRules {peer:#,0}" : "")}")));
}
