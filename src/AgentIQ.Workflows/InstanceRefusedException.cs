namespace AgentIQ.Workflows;

/// <summary>What was asked cannot be done with this instance as it is.</summary>
/// <param name="message">Why, and what to do instead.</param>
public sealed class InstanceRefusedException(string message) : Exception(message);
