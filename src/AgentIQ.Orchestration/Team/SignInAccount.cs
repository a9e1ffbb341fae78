namespace AgentIQ.Orchestration.Team;

/// <summary>What must be known of a person before the tenant is known: whose account an address is, and its password's hash.</summary>
/// <param name="SellerId">The seller the person works for.</param>
/// <param name="UserId">The person.</param>
/// <param name="PasswordHash">The password's hash.</param>
public sealed record SignInAccount(Guid SellerId, Guid UserId, string PasswordHash);
