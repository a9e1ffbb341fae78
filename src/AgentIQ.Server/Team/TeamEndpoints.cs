using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Team;

/// <summary>The seller's team.</summary>
internal static class TeamEndpoints
{
    public static IEndpointRouteBuilder MapTeam(this IEndpointRouteBuilder api)
    {
        api.MapGet("/team", ListAsync).WithTags("Team")
            .WithName("listTeam").WithSummary("The team").WithDescription("Everybody who may sign in for this seller, by name.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<TeamMember>>> ListAsync(
        CurrentUser user, Database database, UserStore users, CancellationToken ct)
        => TypedResults.Ok(await database.InTenantAsync(user.SellerId, scope => users.ListAsync(scope, ct), ct));
}
