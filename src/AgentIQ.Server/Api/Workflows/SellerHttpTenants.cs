using System.Security.Claims;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Server.Security;
using AgentIQ.Workflows.Http;

namespace AgentIQ.Server.Api.Workflows;

/// <summary>Workflows' addresses name the seller by id: <c>/workflows/{seller's id}/path</c>.</summary>
internal sealed class SellerHttpTenants(Database database, SellerStore sellers) : IWorkflowHttpTenants
{
    public async Task<Guid?> FindAsync(string key, CancellationToken ct)
    {
        if (!Guid.TryParse(key, out var id))
        {
            return null;
        }

        return await database.InTenantAsync(id, scope => sellers.FindAsync(scope, ct), ct) is null ? null : id;
    }

    public bool IsMember(ClaimsPrincipal user, Guid tenantId) => CurrentUser.TryOf(user)?.SellerId == tenantId;
}
