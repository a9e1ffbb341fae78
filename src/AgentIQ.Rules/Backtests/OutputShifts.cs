namespace AgentIQ.Rules.Backtests;

/// <summary>The from-to table of one output, the most frequent change first; pairs that are equal are in it too.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Shifts">Its pairs.</param>
public sealed record OutputShifts(string Output, IReadOnlyList<ValueShift> Shifts);
