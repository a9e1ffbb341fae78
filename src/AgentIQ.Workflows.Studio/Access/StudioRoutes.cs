using Microsoft.AspNetCore.Builder;

namespace AgentIQ.Workflows.Studio.Access;

/// <summary>Marks routes.</summary>
internal static class StudioRoutes
{
    /// <summary>Only for those who may change workflows; others get 403.</summary>
    public static TBuilder ForEditors<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(StudioPolicies.Edit);
}
