namespace AgentIQ.Workflows;

/// <summary>An instance outside of the database: what <see cref="IWorkflowInstances.ImportAsync"/> needs to show it again. The texts are the engine's own.</summary>
public sealed record InstanceArchive
{
    /// <summary>What this release writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Which form it has.</summary>
    public required int Format { get; init; }

    /// <summary>The instance's id; it keeps it.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it ran.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Which version.</summary>
    public required string VersionId { get; init; }

    /// <summary>What it was about.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What SetName called it.</summary>
    public string? Name { get; init; }

    /// <summary>Where it stood.</summary>
    public required Execution.WorkflowSubStatus SubStatus { get; init; }

    /// <summary>Whether it was a trial run; it stays one.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Its state; null before its first burst.</summary>
    public string? State { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last burst was committed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended; null while it ran.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Its journal, burst by burst, in order.</summary>
    public required IReadOnlyList<ArchivedBurst> Bursts { get; init; }

    /// <summary>Its incidents, oldest first.</summary>
    public required IReadOnlyList<ArchivedIncident> Incidents { get; init; }
}

/// <summary>The journal of one burst.</summary>
/// <param name="At">Business time.</param>
/// <param name="Journal">The packed entries.</param>
public sealed record ArchivedBurst(DateTimeOffset At, string Journal);

/// <summary>An incident that was.</summary>
/// <param name="ActivityId">The activity; null when the burst itself failed.</param>
/// <param name="ActivityName">Its name.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Cause">The innermost reason where it differs.</param>
/// <param name="Details">More for engineers.</param>
/// <param name="At">Business time.</param>
public sealed record ArchivedIncident(string? ActivityId, string? ActivityName, string Message, string? Cause, string? Details, DateTimeOffset At);
