using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Security;
using AgentIQ.Workflows.Studio.Access;

namespace AgentIQ.Server.Api.Workflows;

/// <summary>
/// The designer's caller is the signed-in person. As the author of a change a person is name and address, because names are not unique
/// and colleagues read it: <c>Анна Лебедева &lt;anna@seller.example&gt;</c>.
/// </summary>
internal sealed class SellerStudioCallers(Database database, UserStore users) : IStudioCallers
{
    public async ValueTask<StudioCaller> OfAsync(HttpContext context)
    {
        var user = CurrentUser.Of(context.User);
        var member = await database.InTenantAsync(user.SellerId, scope => users.FindActiveAsync(scope, user.UserId, context.RequestAborted), context.RequestAborted)
            ?? throw new InvalidOperationException("The session's validation let somebody through who is not in the team.");
        return new StudioCaller(user.SellerId, $"{member.Member.Name} <{member.Member.Email}>", user.Role is TeamRole.Owner or TeamRole.Manager);
    }
}
