using AgentIQ.Interactions;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Server.Api.Workflows;

/// <summary>
/// The schedules of the release's definitions run for every seller: the release is ours, and a seller who wants another schedule, or none,
/// publishes a version of their own. A seller who is registered while the process runs joins at its next start.
/// </summary>
internal sealed class SellerSchedules(SellerDirectory sellers) : IScheduledTenants
{
    public Task<IReadOnlyCollection<Guid>> ListAsync(string definitionId, CancellationToken ct) => sellers.ListAsync(ct);
}
