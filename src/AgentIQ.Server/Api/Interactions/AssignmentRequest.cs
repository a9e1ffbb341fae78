namespace AgentIQ.Server.Api.Interactions;

/// <summary>To whom an interaction is given.</summary>
/// <param name="UserId">A person of the team; null takes it from whoever has it.</param>
public sealed record AssignmentRequest(Guid? UserId);
