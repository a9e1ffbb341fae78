using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Backtests;

/// <summary>What the difference would have meant to the business, in one figure.</summary>
/// <param name="Code">What is counted, such as <c>first_response_missed</c>.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Before">Under the active version.</param>
/// <param name="After">Under the draft.</param>
public sealed record BacktestConsequence(string Code, LocalizedText Title, long Before, long After);
