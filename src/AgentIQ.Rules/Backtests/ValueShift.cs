namespace AgentIQ.Rules.Backtests;

/// <summary>How often one output went from one value to another.</summary>
/// <param name="From">What the active version says, as JSON; <c>null</c> for no value.</param>
/// <param name="To">What the draft says, as JSON.</param>
/// <param name="Count">In how many decisions.</param>
public sealed record ValueShift(string From, string To, long Count);
