namespace AgentIQ.Rules.Text.Patterns;

/// <summary>A phrase with one order of its words.</summary>
/// <param name="Places">The words, in order.</param>
/// <param name="Gaps">Gap i is how many other words may stand between places i and i+1.</param>
/// <param name="Guards">What must not stand near.</param>
internal sealed record Sequence(IReadOnlyList<WordSet> Places, IReadOnlyList<int> Gaps, IReadOnlyList<Guard> Guards);
