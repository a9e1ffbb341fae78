namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Something in the batch belongs to another owner by now, so nothing of it may be committed.</summary>
internal sealed class FencedException(string message) : Exception(message);
