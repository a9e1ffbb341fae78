using System.Text.Json;

namespace AgentIQ.Workflows.Monitoring;

/// <summary>One execution of an activity, without values.</summary>
public record ExecutionSummary
{
    /// <summary>An <see cref="ExecutionId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid WorkflowInstanceId { get; init; }

    /// <summary>The activity in the definition; <c>Workflow1</c> for the workflow itself.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The ids from the workflow down to it, joined by colons.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Its type; <c>Elsa.Workflow</c> for the workflow itself.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of the type.</summary>
    public required int ActivityTypeVersion { get; init; }

    /// <summary>Its name in the definition.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Business time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whether it waits.</summary>
    public bool HasBookmarks { get; init; }

    /// <summary>Where it stands.</summary>
    public required ActivityStatus Status { get; init; }

    /// <summary>Open faults of it and of what ran inside it; what was retried or skipped no longer counts.</summary>
    public int AggregateFaultCount { get; init; }

    /// <summary>Business time of its completion or cancelling, or of the retry that took its place; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The execution that led to it: the one before it on a connection or in a sequence, else the container. Null for the workflow itself.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>That execution's activity.</summary>
    public string? SchedulingActivityId { get; init; }

    /// <summary>The parent instance, for the workflow itself of an instance that another one started.</summary>
    public Guid? SchedulingWorkflowInstanceId { get; init; }

    /// <summary>How many executions led to it.</summary>
    public int CallStackDepth { get; init; }

    /// <summary>Who retried or skipped it, where somebody did.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = ExecutionRecord.Empty;
}

/// <summary>One execution of an activity, with its values.</summary>
public sealed record ExecutionRecord : ExecutionSummary
{
    /// <summary>Inputs by name; without sensitive ones and those that the author excluded. Long texts are cut.</summary>
    public required IReadOnlyDictionary<string, JsonElement> ActivityState { get; init; }

    /// <summary>With <c>Outcomes</c> once it has completed; null before.</summary>
    public ExecutionPayload? Payload { get; init; }

    /// <summary>Outputs by name; without those that the author excluded. Long texts are cut.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Outputs { get; init; }

    /// <summary>Always empty here: part of the shape.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get; init; } = Empty;

    /// <summary>Of the last fault; null when it never failed.</summary>
    public ExceptionState? Exception { get; init; }

    /// <summary>Always empty: part of the shape. Whose it is says the session, never the record.</summary>
    public string TenantId { get; init; } = string.Empty;

    internal static readonly IReadOnlyDictionary<string, JsonElement> Empty = new Dictionary<string, JsonElement>();
}

/// <summary>What an execution left beside its outputs.</summary>
public sealed record ExecutionPayload
{
    /// <summary>The outcomes that it completed with.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("Outcomes")]
    public required IReadOnlyList<string> Outcomes { get; init; }
}

/// <summary>An exception as pages show it.</summary>
/// <param name="Type">The exception's type name.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="StackTrace">Where; null when it was not kept.</param>
/// <param name="InnerException">Its cause, where there is one.</param>
public sealed record ExceptionState(string Type, string Message, string? StackTrace, ExceptionState? InnerException);

/// <summary>Where an execution stands; the names are the designer's.</summary>
public enum ActivityStatus
{
    /// <summary>Not yet begun.</summary>
    Pending,

    /// <summary>It runs or waits.</summary>
    Running,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Cancelled.</summary>
    Canceled,

    /// <summary>Failed.</summary>
    Faulted,
}
