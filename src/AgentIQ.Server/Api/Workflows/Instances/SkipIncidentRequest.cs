namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>How to go on without the activity.</summary>
/// <param name="Outcome">One of the incident's outcomes.</param>
public sealed record SkipIncidentRequest(string Outcome);
