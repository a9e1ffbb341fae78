namespace AgentIQ.Interactions;

/// <summary>A company that sells at marketplaces: the tenant.</summary>
/// <param name="Id">The tenant id of all its rows.</param>
/// <param name="Name">What people call it.</param>
public sealed record Seller(Guid Id, string Name);
