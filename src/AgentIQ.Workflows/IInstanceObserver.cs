using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>
/// Told of what happens to instances, inside the burst's transaction: what it writes is committed with the event or not at all.
/// Registered in dependency injection, any number; made per burst.
/// </summary>
public interface IInstanceObserver
{
    /// <summary>An activity (or the burst itself) failed; a person has to look.</summary>
    Task OnIncidentAsync(TenantScope scope, InstanceIncident incident, CancellationToken ct);

    /// <summary>An open incident was resolved by a retry or by cancelling the instance.</summary>
    Task OnIncidentResolvedAsync(TenantScope scope, InstanceReference instance, Guid incidentId, CancellationToken ct);

    /// <summary>The instance ended: finished, cancelled or faulted.</summary>
    Task OnFinishedAsync(TenantScope scope, InstanceReference instance, Execution.WorkflowSubStatus subStatus, CancellationToken ct);
}

/// <summary>Which instance.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DefinitionId">What it runs.</param>
/// <param name="CorrelationId">What it is about.</param>
public sealed record InstanceReference(Guid Id, string DefinitionId, string? CorrelationId)
{
    /// <summary>Whether it is a trial run: nobody outside may be bothered because of it.</summary>
    public bool IsSandbox { get; init; }
}

/// <summary>A new incident.</summary>
/// <param name="Id">Its id, for <see cref="IIncidents"/>.</param>
/// <param name="Instance">Which instance.</param>
/// <param name="ActivityId">The activity in the definition; null when the burst itself failed.</param>
/// <param name="ActivityName">Its name; null when the burst itself failed.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="At">Business time.</param>
public sealed record InstanceIncident(Guid Id, InstanceReference Instance, string? ActivityId, string? ActivityName, string Message, DateTimeOffset At)
{
    /// <summary>The innermost reason, where it differs from the message; null: it does not.</summary>
    public string? Cause { get; init; }
}
