using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Backtests;

/// <summary>What a draft would have decided differently over recorded decisions.</summary>
/// <param name="Set">The set.</param>
/// <param name="Against">The version in force that it was compared with.</param>
/// <param name="Decisions">How many recorded decisions were made again under both.</param>
/// <param name="Changed">In how many the outputs differ.</param>
/// <param name="NotComparable">How many could not be made again, because a text is gone or a fact does not exist any more.</param>
/// <param name="Outputs">For each output from which value to which.</param>
/// <param name="Samples">Changed decisions to open.</param>
/// <param name="Consequences">What it would have meant; empty for sets for which nobody counts anything.</param>
public sealed record BacktestReport(
    string Set,
    RuleSetVersion Against,
    long Decisions,
    long Changed,
    long NotComparable,
    IReadOnlyList<OutputShifts> Outputs,
    IReadOnlyList<BacktestSample> Samples,
    IReadOnlyList<BacktestConsequence> Consequences);
