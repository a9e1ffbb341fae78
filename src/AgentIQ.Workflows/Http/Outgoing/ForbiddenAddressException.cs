namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>A workflow's request was about to reach something that it must not reach.</summary>
internal sealed class ForbiddenAddressException(string message) : Exception(message);
