using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Authorization;

namespace AgentIQ.Server.Security;

/// <summary>
/// Who may do what (the table of docs: owner everything, manager all but tokens and billing, operator answers, analyst reads).
/// An endpoint without one of these needs a signed-in person; only one marked anonymous needs nobody.
/// </summary>
internal static class AccessPolicies
{
    /// <summary>Answer customers, take and hand over work.</summary>
    public const string CanAnswer = nameof(CanAnswer);

    /// <summary>Change workflows, policies, templates, knowledge and teams.</summary>
    public const string CanManage = nameof(CanManage);

    /// <summary>Change channels' tokens, billing, and people's roles.</summary>
    public const string CanOwn = nameof(CanOwn);

    public static IServiceCollection AddAccessPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(CanAnswer, policy => policy.RequireTeamRole(TeamRole.Owner, TeamRole.Manager, TeamRole.Operator))
            .AddPolicy(CanManage, policy => policy.RequireTeamRole(TeamRole.Owner, TeamRole.Manager))
            .AddPolicy(CanOwn, policy => policy.RequireTeamRole(TeamRole.Owner))
            .AddPolicy(StudioPolicies.View, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(StudioPolicies.Edit, policy => policy.RequireTeamRole(TeamRole.Owner, TeamRole.Manager));
        return services;
    }

    private static void RequireTeamRole(this AuthorizationPolicyBuilder policy, params IEnumerable<TeamRole> roles)
        => policy.RequireAuthenticatedUser().RequireClaim(SessionClaims.Role, roles.Select(EnumText<TeamRole>.Of));
}
