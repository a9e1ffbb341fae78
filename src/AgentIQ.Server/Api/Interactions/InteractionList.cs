namespace AgentIQ.Server.Api.Interactions;

/// <summary>One page of the inbox.</summary>
/// <param name="Items">In the order of the queue.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> to read on; null at the end.</param>
public sealed record InteractionList(IReadOnlyList<InteractionSummary> Items, string? NextCursor);
