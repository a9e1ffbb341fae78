using AgentIQ.Workflows.Execution;

namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>What the page around the viewer shows of an instance.</summary>
public sealed record WorkflowInstanceView
{
    /// <summary>The instance.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The name of that, or its id where it has none.</summary>
    public required string DefinitionName { get; init; }

    /// <summary>The version's number; an instance stays on it.</summary>
    public required int Version { get; init; }

    /// <summary>The version.</summary>
    public required string VersionId { get; init; }

    /// <summary>Whether it can still go on.</summary>
    public required WorkflowStatus Status { get; init; }

    /// <summary>Where exactly it stands.</summary>
    public required WorkflowSubStatus SubStatus { get; init; }

    /// <summary>What it is called, or null.</summary>
    public required string? Name { get; init; }

    /// <summary>Whether it only tries a draft: what it does outside goes to the simulator alone.</summary>
    public required bool IsSandbox { get; init; }

    /// <summary>The interaction that it is about, or null.</summary>
    public required WorkflowInteractionView? Interaction { get; init; }

    /// <summary>The instance that started it, or null.</summary>
    public required ParentInstanceView? Parent { get; init; }

    /// <summary>The instances that it started, oldest first.</summary>
    public required IReadOnlyList<ChildInstanceView> Children { get; init; }

    /// <summary>Open incidents, oldest first.</summary>
    public required IReadOnlyList<WorkflowIncidentView> Incidents { get; init; }

    /// <summary>What it waits for.</summary>
    public required IReadOnlyList<WorkflowWaitView> Waits { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last did something.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>The instance that started another.</summary>
/// <param name="Id">The instance.</param>
public sealed record ParentInstanceView(Guid Id);

/// <summary>An instance that another one started.</summary>
/// <param name="Id">The instance.</param>
/// <param name="DefinitionName">The name of what it runs, or its id where it has none.</param>
/// <param name="SubStatus">Where it stands.</param>
public sealed record ChildInstanceView(Guid Id, string DefinitionName, WorkflowSubStatus SubStatus);

/// <summary>Something that an instance waits for.</summary>
/// <param name="ActivityId">The activity that waits.</param>
/// <param name="ActivityName">What people call it.</param>
/// <param name="Name">The event that it waits for.</param>
/// <param name="Due">The time that ends the wait, or null.</param>
public sealed record WorkflowWaitView(string ActivityId, string ActivityName, string Name, DateTimeOffset? Due);
