using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows;

/// <summary>What pages ask about instances. Every call sees the scope's tenant only.</summary>
public interface IWorkflowMonitor
{
    /// <summary>The newest instance of a correlation; null when there is none.</summary>
    Task<InstanceSummary?> FindByCorrelationAsync(TenantScope scope, string correlationId, CancellationToken ct);

    /// <summary>One instance; null when the tenant has none of that id.</summary>
    Task<InstanceSummary?> FindAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>Open incidents, oldest first; of one instance or of all.</summary>
    Task<IReadOnlyList<InstanceIncident>> OpenIncidentsAsync(TenantScope scope, Guid? instanceId, CancellationToken ct);

    /// <summary>What the instance waits for.</summary>
    Task<IReadOnlyList<BookmarkSummary>> BookmarksAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>Everything that happened to the instance, in order.</summary>
    Task<IReadOnlyList<JournalRecord>> JournalAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>Work that could be done at <paramref name="now"/> and is not done yet; 0 means that everything waits for somebody or for later.</summary>
    Task<long> CountDueAsync(TenantScope scope, DateTimeOffset now, CancellationToken ct);

    /// <summary>Work that was given up, oldest first.</summary>
    Task<IReadOnlyList<DeadWork>> DeadWorkAsync(TenantScope scope, CancellationToken ct);
}

/// <summary>An instance at a glance.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DefinitionId">What it runs.</param>
/// <param name="VersionId">Which version; an instance stays on it.</param>
/// <param name="CorrelationId">What it is about.</param>
/// <param name="Name">What SetName called it.</param>
/// <param name="SubStatus">Where it stands.</param>
/// <param name="Incidents">Open incidents.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="UpdatedAt">When its last burst was committed.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
public sealed record InstanceSummary(
    Guid Id, string DefinitionId, string VersionId, string? CorrelationId, string? Name, WorkflowSubStatus SubStatus, int Incidents,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

/// <summary>Something that an instance waits for.</summary>
/// <param name="Name">Name of the stimulus.</param>
/// <param name="ActivityId">The activity that waits.</param>
/// <param name="Due">Business time that meets it; null: none.</param>
public sealed record BookmarkSummary(string Name, string ActivityId, DateTimeOffset? Due);

/// <summary>One entry of the journal.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Execution">Number of the activity's execution.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="NodeId">The ids from the root to it.</param>
/// <param name="Event">Started, Suspended, Resumed, Completed, Faulted or Canceled.</param>
/// <param name="At">Business time.</param>
/// <param name="Outcomes">Of a completion.</param>
/// <param name="Message">Of a fault.</param>
public sealed record JournalRecord(
    int Sequence, int Execution, string ActivityId, string NodeId, string Event, DateTimeOffset At, IReadOnlyList<string>? Outcomes, string? Message);

/// <summary>Work that failed too often and waits for a person.</summary>
/// <param name="Id">Key of its queue row.</param>
/// <param name="InstanceId">For which instance, where it is for one.</param>
/// <param name="Kind">What it was to do.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it failed last.</param>
public sealed record DeadWork(Guid Id, Guid? InstanceId, string Kind, int Attempts, string? Error);
