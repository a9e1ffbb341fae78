using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows;

/// <summary>Which instances a list shows. A list that is null or empty does not limit.</summary>
public sealed record InstanceFilter
{
    /// <summary>
    /// Part of the instance's id, its correlation, its name, its definition's id or its definition's name, in any case. An instance's whole id
    /// finds that one alone and those that it is the correlation of. Null or empty: all.
    /// </summary>
    public string? SearchTerm { get; init; }

    /// <summary>Only these instances.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>Only of these definitions.</summary>
    public IReadOnlyList<string>? DefinitionIds { get; init; }

    /// <summary>Only of these versions, by their ids.</summary>
    public IReadOnlyList<string>? VersionIds { get; init; }

    /// <summary>Only of versions with this number. Null: all.</summary>
    public int? Version { get; init; }

    /// <summary>Only with these correlations.</summary>
    public IReadOnlyList<string>? CorrelationIds { get; init; }

    /// <summary>Only those that these instances started.</summary>
    public IReadOnlyList<Guid>? ParentIds { get; init; }

    /// <summary>Only where they stand so.</summary>
    public IReadOnlyList<WorkflowStatus>? Statuses { get; init; }

    /// <summary>Only where they stand exactly so.</summary>
    public IReadOnlyList<WorkflowSubStatus>? SubStatuses { get; init; }

    /// <summary>Only with, or only without, open incidents. Null: both.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>Conditions on times; all must hold.</summary>
    public IReadOnlyList<InstanceTimeFilter>? Times { get; init; }

    /// <summary>What to sort by. Default: when it was asked for.</summary>
    public InstanceOrder OrderBy { get; init; }

    /// <summary>Whether the highest comes first; where nothing is known comes last either way. Default true.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>How many to skip. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give at most. Default 100.</summary>
    public int Take { get; init; } = 100;
}

/// <summary>What a list of instances is sorted by.</summary>
public enum InstanceOrder
{
    /// <summary>When it was asked for: by the id, which begins with that time.</summary>
    Created,

    /// <summary>When its last burst was committed.</summary>
    LastExecuted,

    /// <summary>When it ended.</summary>
    Finished,

    /// <summary>What SetName called it.</summary>
    Name,
}

/// <summary>A condition on one of an instance's times.</summary>
/// <param name="Column">Which time.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Timestamp">With what.</param>
public sealed record InstanceTimeFilter(InstanceTime Column, TimeComparison Operator, DateTimeOffset Timestamp);

/// <summary>A time of an instance; the names are the designer's.</summary>
public enum InstanceTime
{
    /// <summary>When it was asked for.</summary>
    CreatedAt,

    /// <summary>When its last burst was committed.</summary>
    UpdatedAt,

    /// <summary>When it ended; an instance that runs meets no condition on it but <see cref="TimeComparison.IsNot"/>.</summary>
    FinishedAt,
}

/// <summary>How times are compared; the names are the designer's.</summary>
public enum TimeComparison
{
    /// <summary>The same.</summary>
    Is,

    /// <summary>Another, or none.</summary>
    IsNot,

    /// <summary>Before.</summary>
    LessThan,

    /// <summary>After.</summary>
    GreaterThan,

    /// <summary>Not after.</summary>
    LessThanOrEqual,

    /// <summary>Not before.</summary>
    GreaterThanOrEqual,
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The instances.</param>
/// <param name="TotalCount">How many there are on all pages; never more than <see cref="LargestCount"/>, where counting stops.</param>
public sealed record InstancePage(IReadOnlyList<InstanceSummary> Items, int TotalCount)
{
    /// <summary>Nobody turns to a later page than this allows, and counting a million for each poll would cost more than the page itself.</summary>
    public const int LargestCount = 100_000;
}
