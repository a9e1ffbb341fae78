namespace AgentIQ.Interactions;

/// <summary>An answer that the marketplace shows with an item.</summary>
/// <param name="Text">Its text.</param>
/// <param name="State">How far the marketplace's moderation is.</param>
public sealed record InboundAnswer(string Text, AnswerState State);
