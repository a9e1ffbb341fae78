using System.Security.Claims;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AgentIQ.Server.Security;

/// <summary>What a session's cookie says, and nothing more.</summary>
internal static class SessionClaims
{
    public const string User = "user";
    public const string Seller = "seller";
    public const string Role = "role";

    /// <summary>The account's stamp when the session began.</summary>
    public const string Stamp = "stamp";

    public static ClaimsPrincipal Principal(Guid sellerId, SignedInMember signedIn)
        => new(new ClaimsIdentity(
            [
                new Claim(User, signedIn.Member.Id.ToString()),
                new Claim(Seller, sellerId.ToString()),
                new Claim(Role, EnumText<TeamRole>.Of(signedIn.Member.Role)),
                new Claim(Stamp, signedIn.Stamp.ToString()),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme, User, Role));
}
