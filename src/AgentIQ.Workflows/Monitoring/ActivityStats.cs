namespace AgentIQ.Workflows.Monitoring;

/// <summary>How often an activity ran in an instance.</summary>
public sealed record ActivityStats
{
    /// <summary>The activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The ids from the workflow down to it; unique in a report.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Executions that were begun.</summary>
    public required int StartedCount { get; init; }

    /// <summary>Of those: ended, whether completed, cancelled or replaced by a retry.</summary>
    public required int CompletedCount { get; init; }

    /// <summary>Of those: not ended.</summary>
    public required int UncompletedCount { get; init; }

    /// <summary>Whether one of them waits.</summary>
    public required bool IsBlocked { get; init; }

    /// <summary>Whether one of them has failed and nobody has dealt with it.</summary>
    public required bool IsFaulted { get; init; }

    /// <summary>Open faults of it and of what ran inside it.</summary>
    public required int AggregateFaultCount { get; init; }

    /// <summary>Always empty here: part of the shape.</summary>
    public IReadOnlyDictionary<string, object> Metadata { get; init; } = new Dictionary<string, object>();
}

/// <summary>A variable and its value now.</summary>
/// <param name="Id">Its id in the definition; the name of one that a script made.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What JSON can say of it.</param>
public sealed record VariableValue(string Id, string Name, System.Text.Json.Nodes.JsonNode? Value);

/// <summary>Where an instance stands.</summary>
/// <param name="Status">Whether it can still go on.</param>
/// <param name="SubStatus">Where exactly.</param>
/// <param name="UpdatedAt">Business time of its last burst; grows whenever anything below has changed.</param>
public sealed record ExecutionState(Execution.WorkflowStatus Status, Execution.WorkflowSubStatus SubStatus, DateTimeOffset UpdatedAt);
