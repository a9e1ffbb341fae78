using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Monitoring;

/// <summary>An instance as the viewer opens it.</summary>
public sealed record InstanceDetails
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Which version.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>That version's number.</summary>
    public required int Version { get; init; }

    /// <summary>The instance that started it; null: none.</summary>
    public Guid? ParentWorkflowInstanceId { get; init; }

    /// <summary>Whether it can still go on.</summary>
    public required WorkflowStatus Status { get; init; }

    /// <summary>Where exactly it stands.</summary>
    public required WorkflowSubStatus SubStatus { get; init; }

    /// <summary>Whether more of its work is queued.</summary>
    public bool IsExecuting => SubStatus is WorkflowSubStatus.Executing or WorkflowSubStatus.Pending;

    /// <summary>What it is about.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What SetName called it.</summary>
    public string? Name { get; init; }

    /// <summary>Open incidents.</summary>
    public required int IncidentCount { get; init; }

    /// <summary>Whether it is a trial run. For our own pages: the designer's shape has no such member.</summary>
    [JsonIgnore]
    public bool IsSandbox { get; init; }

    /// <summary>Always false: part of the shape.</summary>
    public bool IsSystem { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last burst was committed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Its state.</summary>
    public required InstanceState WorkflowState { get; init; }
}

/// <summary>The state of an instance as the viewer reads it.</summary>
public sealed record InstanceState
{
    /// <summary>The instance's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Which version.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>That version's number.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>What it is about.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What SetName called it.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it can still go on.</summary>
    public required WorkflowStatus Status { get; init; }

    /// <summary>Where exactly it stands.</summary>
    public required WorkflowSubStatus SubStatus { get; init; }

    /// <summary>Whether more of its work is queued.</summary>
    public bool IsExecuting => SubStatus is WorkflowSubStatus.Executing or WorkflowSubStatus.Pending;

    /// <summary>Always false: part of the shape.</summary>
    public bool IsSystem { get; init; }

    /// <summary>What it waits for.</summary>
    public required IReadOnlyList<BookmarkState> Bookmarks { get; init; }

    /// <summary>What has failed and nobody has dealt with.</summary>
    public required IReadOnlyList<IncidentView> Incidents { get; init; }

    /// <summary>Always empty here: part of the shape.</summary>
    public IReadOnlyList<object> CompletionCallbacks { get; init; } = [];

    /// <summary>The workflow itself, without a parent, and every execution that has not ended.</summary>
    public required IReadOnlyList<ExecutionContextState> ActivityExecutionContexts { get; init; }

    /// <summary>Always empty here: part of the shape.</summary>
    public IReadOnlyList<string> ScheduledActivities { get; init; } = [];

    /// <summary>Entries of its journal, without those of the workflow itself.</summary>
    public required int ExecutionLogSequence { get; init; }

    /// <summary>Workflow inputs by name.</summary>
    public required IReadOnlyDictionary<string, JsonNode?> Input { get; init; }

    /// <summary>Workflow outputs by name.</summary>
    public required IReadOnlyDictionary<string, JsonNode?> Output { get; init; }

    /// <summary>Always empty here: part of the shape.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; init; } = new Dictionary<string, object>();

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last burst was committed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>A bookmark.</summary>
public sealed record BookmarkState
{
    /// <summary>Unique in the instance.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the stimulus.</summary>
    public required string Name { get; init; }

    /// <summary>What a stimulus must match: its name and the correlation.</summary>
    public required string Hash { get; init; }

    /// <summary>The due time, where there is one.</summary>
    public required BookmarkPayload Payload { get; init; }

    /// <summary>The activity that waits.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The node that waits.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The execution that waits.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>When the wait began, in business time.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Always true: part of the shape.</summary>
    public bool AutoBurn { get; init; } = true;

    /// <summary>Always true: part of the shape.</summary>
    public bool AutoComplete { get; init; } = true;

    /// <summary>Always null: part of the shape.</summary>
    public string? CallbackMethodName { get; init; }

    /// <summary>Always null: part of the shape.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>What a bookmark says about what it waits for.</summary>
/// <param name="Due">Business time that meets it; null: none.</param>
public sealed record BookmarkPayload(DateTimeOffset? Due);

/// <summary>An open incident in the viewer's shape.</summary>
/// <param name="Id">For <see cref="IIncidents"/>.</param>
/// <param name="ActivityId">The activity; empty when the burst itself failed.</param>
/// <param name="ActivityNodeId">Its node; the workflow's when the burst itself failed.</param>
/// <param name="ActivityInstanceId">The execution that failed; the workflow's when the burst itself failed.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Exception">More for engineers, where it was kept.</param>
/// <param name="Timestamp">Business time.</param>
public sealed record IncidentView(
    Guid Id, string ActivityId, string ActivityNodeId, string ActivityInstanceId, string ActivityType, string Message, ExceptionState? Exception, DateTimeOffset Timestamp);

/// <summary>An execution that has not ended, as the state lists it.</summary>
public sealed record ExecutionContextState
{
    /// <summary>An <see cref="ExecutionId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The container's; null for the workflow itself.</summary>
    public string? ParentContextId { get; init; }

    /// <summary>The node.</summary>
    public required string ScheduledActivityNodeId { get; init; }

    /// <summary>The container's node; null for the workflow itself.</summary>
    public string? OwnerActivityNodeId { get; init; }

    /// <summary>Always empty here: part of the shape.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; init; } = new Dictionary<string, object>();

    /// <summary>Always empty here: the execution records have the values.</summary>
    public IReadOnlyDictionary<string, object> ActivityState { get; init; } = new Dictionary<string, object>();

    /// <summary>Variables that scripts made in this scope.</summary>
    public IReadOnlyList<VariableValue> DynamicVariables { get; init; } = [];

    /// <summary>Who retried or skipped it, where somebody did.</summary>
    public IReadOnlyDictionary<string, System.Text.Json.JsonElement> Metadata { get; init; } = ExecutionRecord.Empty;

    /// <summary>How many executions led to it.</summary>
    public required int CallStackDepth { get; init; }

    /// <summary>Where it stands.</summary>
    public required ActivityStatus Status { get; init; }

    /// <summary>Always false between bursts, and only then is a state read.</summary>
    public bool IsExecuting { get; init; }

    /// <summary>Open faults of it and of what ran inside it.</summary>
    public required int FaultCount { get; init; }

    /// <summary>Business time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Business time of its end; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
