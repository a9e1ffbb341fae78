using System.Security.Claims;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Security;

/// <summary>
/// Who is asking, from the session's cookie. Injected into endpoints; the tenant of every database call is
/// <see cref="SellerId"/> and never comes from the request.
/// </summary>
/// <param name="UserId">The person.</param>
/// <param name="SellerId">The seller the person works for: the tenant.</param>
/// <param name="Role">What the person may do.</param>
internal sealed record CurrentUser(Guid UserId, Guid SellerId, TeamRole Role)
{
    /// <summary>Reads a signed-in principal.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint allows anonymous callers and may not ask.</exception>
    public static CurrentUser Of(ClaimsPrincipal? principal)
        => TryOf(principal) ?? throw new InvalidOperationException(
            "Nobody is signed in: CurrentUser is for endpoints that require a session.");

    /// <summary>Reads a principal, or null when nobody is signed in.</summary>
    public static CurrentUser? TryOf(ClaimsPrincipal? principal)
        => principal?.Identity is { IsAuthenticated: true }
            && Guid.TryParse(principal.FindFirstValue(SessionClaims.User), out var user)
            && Guid.TryParse(principal.FindFirstValue(SessionClaims.Seller), out var seller)
            && EnumText<TeamRole>.TryParse(principal.FindFirstValue(SessionClaims.Role), out var role)
                ? new CurrentUser(user, seller, role)
                : null;
}
