using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>
/// What a person does about what has failed. Every call only writes rows in the caller's transaction, like those of
/// <see cref="IWorkflows"/>, and records who asked for it and when; the journal says it too.
/// </summary>
public interface IIncidents
{
    /// <summary>
    /// Asks for a new attempt of the activity that an open incident is about: a step or an effect from its beginning (an effect with fresh
    /// attempts, asking the outside first), a wait with the stimulus that it could not digest. An incident of dead work has that work done
    /// again. A faulted instance becomes running again: a deliberate difference from Elsa. An incident that shows a child's fault has the
    /// child's own incidents tried again.
    /// </summary>
    /// <param name="scope">The tenant, in the caller's transaction.</param>
    /// <param name="incidentId">An open incident.</param>
    /// <param name="actor">Who asks, as pages show it.</param>
    /// <param name="ct">Cancels the statement.</param>
    /// <returns>False when the tenant has no open incident of that id.</returns>
    /// <exception cref="ActivationRefusedException">The faulted instance may not run now: another one does beside which its activation strategy allows none.</exception>
    Task<bool> RetryAsync(TenantScope scope, Guid incidentId, string actor, CancellationToken ct);

    /// <summary>Asks to go on as if the activity had completed with <paramref name="outcome"/>: it does not run, and writes no outputs.</summary>
    /// <param name="scope">The tenant, in the caller's transaction.</param>
    /// <param name="incidentId">An open incident.</param>
    /// <param name="outcome">One of the activity's outcomes; <c>Done</c> when nothing is chosen.</param>
    /// <param name="actor">Who asks, as pages show it.</param>
    /// <param name="ct">Cancels the statement.</param>
    /// <returns>False when the tenant has no open incident of that id.</returns>
    /// <exception cref="ArgumentException">The activity has no such outcome; the message lists those that it has.</exception>
    /// <exception cref="InvalidOperationException">The incident is about dead work, not about an activity: retry or drop that.</exception>
    Task<bool> SkipAsync(TenantScope scope, Guid incidentId, string outcome, string actor, CancellationToken ct);

    /// <summary>Asks to cancel the instance that an open incident is about, also when it has faulted.</summary>
    /// <returns>False when the tenant has no open incident of that id.</returns>
    Task<bool> CancelAsync(TenantScope scope, Guid incidentId, string actor, CancellationToken ct);

    /// <summary>What a page needs to offer something about incidents, resolved ones included; those that the tenant does not have are left out.</summary>
    Task<IReadOnlyDictionary<Guid, IncidentChoices>> ChoicesAsync(TenantScope scope, IReadOnlyCollection<Guid> incidentIds, CancellationToken ct);

    /// <summary>Asks to cancel an instance that runs or has faulted, whether it has an incident or not.</summary>
    /// <returns>False when the tenant has no such instance, or it has ended in another way.</returns>
    Task<bool> CancelInstanceAsync(TenantScope scope, Guid instanceId, string actor, CancellationToken ct);

    /// <summary>Has dead work done again, with fresh attempts. Its incident is resolved.</summary>
    /// <returns>False when the tenant has no dead work of that id.</returns>
    Task<bool> RetryWorkAsync(TenantScope scope, Guid queueId, string actor, CancellationToken ct);

    /// <summary>
    /// Gives dead work up for good and resolves its incident. Where nothing else would ever move the instance again (its start, its
    /// continuation, a timer, an effect), the instance is cancelled too.
    /// </summary>
    /// <returns>False when the tenant has no dead work of that id.</returns>
    Task<bool> DropWorkAsync(TenantScope scope, Guid queueId, string actor, CancellationToken ct);

    /// <summary>What people did, oldest first; about one instance or about all.</summary>
    Task<IReadOnlyList<IncidentAction>> ActionsAsync(TenantScope scope, Guid? instanceId, CancellationToken ct);
}

/// <summary>What a person did about an incident, dead work or an instance.</summary>
/// <param name="Action">retry, skip, cancel, retry_work, drop_work; set_variables, delete or import.</param>
/// <param name="InstanceId">For which instance, where it is for one.</param>
/// <param name="IncidentId">About which incident.</param>
/// <param name="QueueId">About which dead work.</param>
/// <param name="Detail">
/// The outcome of a skip; the kind and the last error of dropped work; the ids of variables; what a deleted instance ran and was about; where an
/// imported one stood.
/// </param>
/// <param name="Actor">Who.</param>
/// <param name="At">Business time.</param>
public sealed record IncidentAction(string Action, Guid? InstanceId, Guid? IncidentId, Guid? QueueId, string? Detail, string Actor, DateTimeOffset At);

/// <summary>What can be done about an incident.</summary>
/// <param name="VersionId">The version that its instance runs.</param>
/// <param name="IsOpen">Whether anything can be done at all.</param>
/// <param name="Outcomes">
/// What <see cref="IIncidents.SkipAsync"/> takes: the activity's outcomes as that version declares them; where only running tells, those that
/// lead somewhere. Empty when it is about dead work.
/// </param>
public sealed record IncidentChoices(string VersionId, bool IsOpen, IReadOnlyList<string> Outcomes);
