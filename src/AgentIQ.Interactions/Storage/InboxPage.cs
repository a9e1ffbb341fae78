namespace AgentIQ.Interactions;

/// <summary>One page of a list.</summary>
/// <param name="Items">In the order of the queue.</param>
/// <param name="NextCursor">Give it back to read on; null at the end.</param>
public sealed record InboxPage(IReadOnlyList<Interaction> Items, string? NextCursor);
