namespace AgentIQ.Orchestration.Team;

/// <summary>A person who may use the desk now.</summary>
/// <param name="Member">The person.</param>
/// <param name="SellerName">The name of the seller the person works for.</param>
/// <param name="Stamp">Changes with the password, and so ends every session that was begun with the old one.</param>
public sealed record SignedInMember(TeamMember Member, string SellerName, Guid Stamp);
