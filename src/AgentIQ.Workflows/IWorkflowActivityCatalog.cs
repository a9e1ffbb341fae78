using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows;

/// <summary>The workflows that a tenant may use as activities; the designer's palette shows them beside the activity classes.</summary>
public interface IWorkflowActivityCatalog
{
    /// <summary>
    /// One descriptor for each published definition whose options say <c>usableAsActivity</c>, ordered by type name; the tenant's own version
    /// wins over the platform's.
    /// </summary>
    Task<IReadOnlyList<ActivityDescriptor>> ListAsync(TenantScope scope, CancellationToken ct);
}
