using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Replays;

/// <summary>A recorded decision made again, or why it cannot be.</summary>
/// <param name="Recorded">The decision as the log keeps it.</param>
/// <param name="Set">The version that decided, compiled for the facts of today; null when it cannot be had.</param>
/// <param name="Facts">What was known then; null when it cannot be had. Where <paramref name="Impossible"/> speaks of the facts alone, the set is there.</param>
/// <param name="Impossible">Why the decision cannot be made again; null when it was.</param>
/// <param name="Differences">What came out differently; none when it is the same. Outputs and rows are compared.</param>
public sealed record Replay(RecordedDecision Recorded, CompiledRuleSet? Set, FactValues? Facts, string? Impossible, IReadOnlyList<string> Differences)
{
    /// <summary>Whether it was made again and came out as recorded.</summary>
    public bool IsSame => Impossible is null && Differences.Count == 0;
}
