using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Backtests;

/// <summary>A recorded decision, made again under two versions.</summary>
/// <param name="SubjectId">What it is about.</param>
/// <param name="At">When it was made.</param>
/// <param name="Before">What the version in force says.</param>
/// <param name="After">What the draft says.</param>
public sealed record RemadeDecision(Guid SubjectId, DateTimeOffset At, DecisionOutputs Before, DecisionOutputs After);
