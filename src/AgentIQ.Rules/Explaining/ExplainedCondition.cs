using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Explaining;

/// <summary>One condition of an <see cref="ExplainedRow"/>.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Actual">The field's value as JSON; null when it is unknown or the condition is a group.</param>
/// <param name="Matches">The places in a text that it found.</param>
/// <param name="Parts">The parts of a group; none for a question.</param>
public sealed record ExplainedCondition(
    Condition Condition, Truth Truth, string? Actual, IReadOnlyList<TextEvidence> Matches, IReadOnlyList<ExplainedCondition> Parts);
