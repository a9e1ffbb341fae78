namespace AgentIQ.Bench.Hosting;

/// <summary>Figures by name, in the order in which they were found; the unit is part of the name.</summary>
internal sealed class Figures : Dictionary<string, double>
{
    /// <summary>The value below which a part of the sorted samples lies.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double part) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(part * sorted.Count) - 1)];

    public static double Median(IEnumerable<double> samples)
    {
        var sorted = samples.Order().ToList();
        return Percentile(sorted, 0.5);
    }
}
