namespace AgentIQ.Orchestration.Assignment;

/// <summary>Somebody wanted to give work to a person who is not in the seller's team.</summary>
public sealed class UnknownAssigneeException(Guid userId)
    : ArgumentException($"User {userId} is not in this seller's team: choose one of its active people.");
