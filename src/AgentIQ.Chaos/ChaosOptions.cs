namespace AgentIQ.Chaos;

/// <summary>What to do.</summary>
internal sealed record ChaosOptions
{
    /// <summary>How long faults happen.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Seed of the faults and of the load. Real time decides the rest, so two runs resemble each other but are not the same.</summary>
    public required int Seed { get; init; }

    /// <summary>Worker processes.</summary>
    public int Workers { get; init; } = 3;

    /// <summary>Keep the folder also when all is well.</summary>
    public bool Keep { get; init; }

    /// <summary>The workers' lease: short, so that many take-overs happen in a run, but longer than a busy machine keeps a process from its turn.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long everything may take to come to rest once the faults have stopped.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromMinutes(3);
}
