namespace AgentIQ.Orchestration.Team;

/// <summary>A person of one seller's team, as colleagues see them.</summary>
/// <param name="Id">The person's id; unique for the whole installation.</param>
/// <param name="Name">The name that colleagues read.</param>
/// <param name="Email">The address the person signs in with.</param>
/// <param name="Role">What the person may do.</param>
public sealed record TeamMember(Guid Id, string Name, string Email, TeamRole Role);
