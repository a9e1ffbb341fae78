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

    /// <summary>
    /// Each version that a stored definition may use: every one that was published or run, those that were taken back or deleted since
    /// included, because without a descriptor for each activity the designer shows nothing of a definition. Ordered by type name; published
    /// ones first.
    /// </summary>
    Task<IReadOnlyList<UsableWorkflow>> ListVersionsAsync(TenantScope scope, CancellationToken ct);

    /// <summary>A text that is another whenever <see cref="ListVersionsAsync"/> would give another list; much cheaper to ask for.</summary>
    Task<string> FingerprintAsync(TenantScope scope, CancellationToken ct);
}
