using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>One record of a file, mapped to the API's object.</summary>
/// <param name="Feedback">The feedback, with its answer if it has one.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="Labels">How a person reads it; only the shipped set has labels.</param>
internal sealed record FileFeedback(Feedback Feedback, DateTimeOffset? AnsweredAt, ReviewLabels? Labels);
