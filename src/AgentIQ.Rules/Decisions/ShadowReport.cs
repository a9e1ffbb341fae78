using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Decisions;

/// <summary>What a version in shadow would have decided since it is there, beside the versions in force.</summary>
/// <param name="Version">The version.</param>
/// <param name="Since">Its first decision; null when it has seen none.</param>
/// <param name="Decisions">How many decisions it has seen.</param>
/// <param name="Differing">In how many it would have put out something else.</param>
/// <param name="Outputs">For each output from which value to which, of those that differ.</param>
/// <param name="Samples">The newest that differ, at most 20.</param>
public sealed record ShadowReport(
    RuleSetVersion Version, DateTimeOffset? Since, long Decisions, long Differing, IReadOnlyList<OutputShifts> Outputs, IReadOnlyList<BacktestSample> Samples);
