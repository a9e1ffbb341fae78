namespace AgentIQ.Interactions;

/// <summary>That an interaction changed, without what changed.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Revision">Its newest revision.</param>
/// <param name="UpdatedAt">When that was written.</param>
public sealed record InteractionRevision(Guid Id, long Revision, DateTimeOffset UpdatedAt);
