using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Sets;

/// <summary>How an example came out.</summary>
/// <param name="Example">The example.</param>
/// <param name="Decision">What the set decided.</param>
/// <param name="Failure">What differs, or null when it came out as expected.</param>
public sealed record ExampleResult(RuleSetExample Example, Decision Decision, string? Failure);
