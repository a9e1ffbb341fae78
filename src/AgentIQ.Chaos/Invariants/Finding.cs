namespace AgentIQ.Chaos.Invariants;

/// <summary>What a check found.</summary>
/// <param name="Name">The invariant, as a sentence.</param>
/// <param name="Checked">How many things were looked at.</param>
/// <param name="Violations">What is wrong, one by one.</param>
internal sealed record Finding(string Name, int Checked, IReadOnlyList<string> Violations);

/// <summary>Something that holds whatever happened.</summary>
internal interface IInvariant
{
    /// <summary>Looks.</summary>
    Finding Check(Evidence evidence);
}

/// <summary>All of them.</summary>
internal static class AllInvariants
{
    public static IReadOnlyList<IInvariant> List { get; } =
        [new NothingLost(), new StimuliOnce(), new StepsOnce(), new EffectsOnce(), new TimersOnce(), new HistoryWithoutGaps(), new NothingStuck(), new AtRest(), new IncidentsSigned()];

    public static IReadOnlyList<Finding> Check(Evidence evidence) => [.. List.Select(i => i.Check(evidence))];
}
