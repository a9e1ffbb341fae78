using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Identity;

namespace AgentIQ.Server.Sessions;

/// <summary>Checks an address and a password.</summary>
internal sealed class SignIn(Database database, UserStore users, Passwords passwords)
{
    /// <summary>Finds the person; takes as long whether the address is known or not.</summary>
    /// <returns>The seller and the person, or null when the address or the password is wrong.</returns>
    public async Task<(Guid SellerId, SignedInMember Member)?> CheckAsync(SignInRequest request, CancellationToken ct)
    {
        var account = await users.FindForSignInAsync(request.Email.Trim(), ct);
        var result = passwords.Check(account?.PasswordHash, request.Password);
        if (account is null || result is PasswordVerificationResult.Failed)
        {
            return null;
        }

        var member = await database.InTenantAsync(account.SellerId, async scope =>
        {
            if (result is PasswordVerificationResult.SuccessRehashNeeded)
            {
                await users.RehashAsync(scope, account.UserId, passwords.Hash(request.Password), ct);
            }

            return await users.FindActiveAsync(scope, account.UserId, ct);
        }, ct);
        return member is null ? null : (account.SellerId, member);
    }
}
