using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Identity;

namespace AgentIQ.Server.Demo;

/// <summary>The company that a first look at the desk belongs to. Made once; a later start finds it and changes nothing that people changed.</summary>
internal sealed class DemoCompany(
    Database database, SellerStore sellers, UserStore users, ChannelService channels, Passwords passwords)
{
    public const string SellerName = "Дом и лад";

    public const string OwnerEmail = "owner@demo.agentiq";

    public const string OperatorEmail = "operator@demo.agentiq";

    /// <summary>Its tenant id: a fixed one, so that a start finds what an earlier start made.</summary>
    public static readonly Guid SellerId = new("0198c2a4-7d10-7000-8000-00000000de30");

    /// <summary>Makes what is missing, and gives the demo users this password when they have another.</summary>
    /// <param name="password">The password from the data folder.</param>
    /// <param name="issueToken">Gives a token of the simulated Wildberries.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task EnsureAsync(string password, Func<string> issueToken, CancellationToken ct)
    {
        await database.InTenantAsync(SellerId, scope => sellers.EnsureAsync(scope, SellerName, ct), ct);
        await EnsureUserAsync(OwnerEmail, "Анна Лебедева", TeamRole.Owner, password, ct);
        await EnsureUserAsync(OperatorEmail, "Илья Соколов", TeamRole.Operator, password, ct);
        if ((await channels.ListAsync(SellerId, ct)).Count is 0)
        {
            await channels.ConnectAsync(SellerId, new NewChannel(Marketplaces.Wildberries, Channel.Review, "Отзывы Wildberries", issueToken()), ct);
        }
    }

    private async Task EnsureUserAsync(string email, string name, TeamRole role, string password, CancellationToken ct)
    {
        var account = await users.FindForSignInAsync(email, ct);
        if (account is null)
        {
            await database.InTenantAsync(
                SellerId, scope => users.AddAsync(scope, new NewTeamMember(name, email, role, passwords.Hash(password)), ct), ct);
        }
        else if (passwords.Check(account.PasswordHash, password) is PasswordVerificationResult.Failed)
        {
            await database.InTenantAsync(
                SellerId, scope => users.SetPasswordAsync(scope, account.UserId, passwords.Hash(password), ct), ct);
        }
    }
}
