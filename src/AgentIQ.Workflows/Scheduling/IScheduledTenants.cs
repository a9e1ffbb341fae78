namespace AgentIQ.Workflows.Scheduling;

/// <summary>
/// Names the tenants for whom the schedules of a platform definition run: the engine does not know who its tenants are, and a release
/// must not start work for everybody by itself. Without an implementation in dependency injection, platform definitions start nothing
/// on schedule; a tenant's own published version always does.
/// </summary>
public interface IScheduledTenants
{
    /// <summary>The tenants that want this platform definition to run on its schedule. Asked at start and when a tenant's own version comes or goes.</summary>
    Task<IReadOnlyCollection<Guid>> ListAsync(string definitionId, CancellationToken ct);
}
