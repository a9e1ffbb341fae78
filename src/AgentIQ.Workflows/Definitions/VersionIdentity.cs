namespace AgentIQ.Workflows.Definitions;

/// <summary>Which stored version a body is.</summary>
internal sealed record VersionIdentity(string Id, int Version);
