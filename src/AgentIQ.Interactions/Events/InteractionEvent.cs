namespace AgentIQ.Interactions;

/// <summary>One thing that happened to an interaction. Events are appended and never changed.</summary>
/// <param name="Id">UUIDv7: events sort by it.</param>
/// <param name="InteractionId">The interaction.</param>
/// <param name="Type">One of <see cref="InteractionEventTypes"/>.</param>
/// <param name="At">When, by the business clock.</param>
/// <param name="Actor"><c>system</c>, <c>marketplace</c>, <c>customer</c> or <c>user:{id}</c>.</param>
/// <param name="Details">A JSON object; its fields are named at the type.</param>
public sealed record InteractionEvent(Guid Id, Guid InteractionId, string Type, DateTimeOffset At, string Actor, string Details);
