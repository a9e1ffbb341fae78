namespace AgentIQ.Interactions;

/// <summary>When an interaction's clock began, and when somebody first answered.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="ClockStart">From when it waits.</param>
/// <param name="FirstAnswerAt">When the first reply was approved or an answer was seen at the marketplace; null while nobody has answered.</param>
public sealed record AnswerTime(Guid InteractionId, DateTimeOffset ClockStart, DateTimeOffset? FirstAnswerAt);
