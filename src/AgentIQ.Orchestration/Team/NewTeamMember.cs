namespace AgentIQ.Orchestration.Team;

/// <summary>A person to be added to a seller's team.</summary>
/// <param name="Name">The name that colleagues read.</param>
/// <param name="Email">The address to sign in with; unique for the whole installation, whatever its case.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="PasswordHash">The password's hash, never the password.</param>
public sealed record NewTeamMember(string Name, string Email, TeamRole Role, string PasswordHash);
