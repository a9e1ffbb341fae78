using System.Text.Json;

namespace AgentIQ.Workflows.Monitoring;

/// <summary>Which entries of a journal are wanted. A list that is null or empty does not limit.</summary>
public sealed record JournalFilter
{
    /// <summary>Everything.</summary>
    public static JournalFilter None { get; } = new();

    /// <summary>Only of these activities.</summary>
    public IReadOnlyList<string>? ActivityIds { get; init; }

    /// <summary>Only of these nodes.</summary>
    public IReadOnlyList<string>? ActivityNodeIds { get; init; }

    /// <summary>Not of these types.</summary>
    public IReadOnlyList<string>? ExcludedActivityTypes { get; init; }

    /// <summary>Only these events; <c>Faulted</c> is what the viewer calls "incidents only".</summary>
    public IReadOnlyList<string>? EventNames { get; init; }
}

/// <summary>A page of a journal.</summary>
/// <param name="Items">In the order of their sequence.</param>
/// <param name="TotalCount">All that pass the filter.</param>
public sealed record JournalPage(IReadOnlyList<JournalItem> Items, int TotalCount);

/// <summary>One entry of the journal as the viewer shows it.</summary>
public sealed record JournalItem
{
    /// <summary>Stable and unique.</summary>
    public required string Id { get; init; }

    /// <summary>An <see cref="ExecutionId"/>.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The container's <see cref="ExecutionId"/>; null for the workflow itself.</summary>
    public string? ParentActivityInstanceId { get; init; }

    /// <summary>The activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of the type.</summary>
    public required int ActivityTypeVersion { get; init; }

    /// <summary>Its name in the definition.</summary>
    public string? ActivityName { get; init; }

    /// <summary>The ids from the workflow down to it, joined by colons.</summary>
    public required string NodeId { get; init; }

    /// <summary>Business time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Its place; the workflow's own start is 0.</summary>
    public required int Sequence { get; init; }

    /// <summary>Started, Suspended, Resumed, Completed, Faulted, Canceled, Retried, Skipped or "Workflow cancelled".</summary>
    public required string EventName { get; init; }

    /// <summary>Of a fault what went wrong, of a retry, a skip and a cancelling who asked for it.</summary>
    public string? Message { get; init; }

    /// <summary>Always null here: part of the shape.</summary>
    public string? Source { get; init; }

    /// <summary>The execution's inputs by name, as far as the journal keeps them; null when there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? ActivityState { get; init; }

    /// <summary>Outcomes of a completion, the exception of a fault; otherwise null. Never anything but an object.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Payload { get; init; }
}
