namespace AgentIQ.Interactions;

/// <summary>What makes two records the same interaction of a seller.</summary>
/// <param name="Marketplace">One of <see cref="Marketplaces"/>.</param>
/// <param name="Channel">The form in which the customer spoke.</param>
/// <param name="ExternalId">The marketplace's id; never empty.</param>
public sealed record InteractionKey(string Marketplace, Channel Channel, string ExternalId);
