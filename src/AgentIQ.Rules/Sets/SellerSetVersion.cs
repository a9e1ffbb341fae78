namespace AgentIQ.Rules.Sets;

/// <summary>The version of a set that is in force, or in shadow, for a seller.</summary>
internal sealed record SellerSetVersion(Guid SellerId, string SetName, int Version, string Hash, bool IsShadow);
