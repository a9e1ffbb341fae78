namespace AgentIQ.Bench.Rules;

/// <summary>How much a benchmark does.</summary>
/// <param name="Seconds">How long one comparison measures, roughly.</param>
/// <param name="Warm">How long each contestant runs before anything counts: the compiler of the runtime works in the background.</param>
/// <param name="Rounds">Rounds of a comparison; their median is the figure.</param>
/// <param name="Sizes">Numbers of rules.</param>
internal sealed record RulesScale(double Seconds, double Warm, int Rounds, IReadOnlyList<int> Sizes)
{
    /// <summary>As the targets are stated.</summary>
    public static RulesScale Full(double seconds) => new(seconds, Math.Min(seconds / 4, 1), 15, [10, 100, 1_000, 10_000]);

    /// <summary>Only to see that everything runs.</summary>
    public static RulesScale Quick { get; } = new(0.01, 0, 3, [10, 100]);
}
