using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows;

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
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    /// <summary>Whether it is a trial run.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>The number of <see cref="VersionId"/>.</summary>
    public int Version { get; init; }

    /// <summary>The instance whose activity started this one; null: none.</summary>
    public Guid? ParentInstanceId { get; init; }

    /// <summary>Whether it can still go on.</summary>
    public WorkflowStatus Status => FinishedAt is null ? WorkflowStatus.Running : WorkflowStatus.Finished;
}

/// <summary>Something that an instance waits for.</summary>
/// <param name="Name">Name of the stimulus.</param>
/// <param name="ActivityId">The activity that waits.</param>
/// <param name="Due">Business time that meets it; null: none.</param>
public sealed record BookmarkSummary(string Name, string ActivityId, DateTimeOffset? Due);
