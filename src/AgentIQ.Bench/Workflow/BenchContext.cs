using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Workflow;

/// <summary>What the benchmarks of one run share.</summary>
/// <param name="Server">The database.</param>
/// <param name="Scale">How much is done.</param>
/// <param name="Progress">Where to say what goes on.</param>
internal sealed record BenchContext(BenchServer Server, Scale Scale, TextWriter Progress)
{
    /// <summary>The engine in this process, its worker not yet started.</summary>
    public BenchEngine Engine() => new(Server.Database, Probe, options =>
    {
        options.BatchSize = Scale.BatchSize ?? options.BatchSize;
        options.ConcurrentBatches = Scale.ConcurrentBatches ?? options.ConcurrentBatches;
    });

    /// <summary>Bulk writing.</summary>
    public Workload Workload { get; } = new(Server.Database);

    /// <summary>What the activities tell.</summary>
    public Probe Probe { get; } = new();

    public static double Seconds(long from) => TimeProvider.System.GetElapsedTime(from).TotalSeconds;

    public static long Timestamp() => TimeProvider.System.GetTimestamp();
}

/// <summary>How much a benchmark does.</summary>
/// <param name="Seconds">How long each of them measures, roughly.</param>
/// <param name="Round">Instances in one round of throughput.</param>
/// <param name="Timers">Armed timers.</param>
/// <param name="TimersPerSecond">Of which so many are due each second.</param>
/// <param name="Waiting">Waiting instances for the figure of memory.</param>
/// <param name="Poisoned">Instances of the run with poison.</param>
/// <param name="Samples">Samples of the latency.</param>
internal sealed record Scale(double Seconds, int Round, int Timers, int TimersPerSecond, int Waiting, int Poisoned, int Samples)
{
    /// <summary>Instead of the engine's default.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Instead of the engine's default.</summary>
    public int? ConcurrentBatches { get; init; }

    /// <summary>As the targets are stated.</summary>
    public static Scale Full(double seconds) => new(seconds, 4000, 1_000_000, 1000, 100_000, 10_000, 500);

    /// <summary>Only to see that everything runs.</summary>
    public static Scale Short { get; } = new(0.2, 100, 500, 100, 200, 200, 5);
}
