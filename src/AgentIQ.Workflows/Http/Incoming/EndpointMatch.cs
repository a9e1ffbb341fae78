using AgentIQ.Workflows.Activities.Builtin;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>The endpoint that a request is for.</summary>
/// <param name="Stimulus">What to send.</param>
/// <param name="Values">Parameters of the path.</param>
/// <param name="Endpoint">What the definition says about it.</param>
/// <param name="DefinitionId">What it starts; null when it resumes an instance.</param>
/// <param name="InstanceId">The instance that waits; null when it starts one.</param>
/// <param name="Bookmark">The bookmark that waits.</param>
internal sealed record EndpointMatch(string Stimulus, RouteValueDictionary Values, HttpEndpoint Endpoint, string? DefinitionId, Guid? InstanceId, int Bookmark);

/// <summary>A request that no endpoint, or no single one, is for.</summary>
internal sealed class EndpointNotFoundException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}
