using System.Security.Claims;

namespace AgentIQ.Workflows.Http;

/// <summary>
/// Tells whose workflows an address means: <c>/workflows/{tenant}/path</c>. The engine does not know who its tenants are; without an
/// implementation in dependency injection no address leads anywhere.
/// </summary>
public interface IWorkflowHttpTenants
{
    /// <summary>The tenant that the address' first segment names, or null.</summary>
    Task<Guid?> FindAsync(string key, CancellationToken ct);

    /// <summary>Whether the signed-in person may call the tenant's endpoints that ask for a signed-in person.</summary>
    bool IsMember(ClaimsPrincipal user, Guid tenantId);
}
