namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>Something that failed and that nobody has dealt with.</summary>
/// <param name="Id">For retry, skip and cancel.</param>
/// <param name="ActivityId">The activity, or null when the work as a whole failed.</param>
/// <param name="ActivityName">What people call the activity, or null.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="At">When.</param>
/// <param name="Kind">Whether an activity failed or the work as a whole.</param>
/// <param name="Outcomes">The outcomes with one of which the activity can be skipped; none for work.</param>
public record WorkflowIncidentView(
    Guid Id, string? ActivityId, string? ActivityName, string Message, DateTimeOffset At, WorkflowIncidentKind Kind, IReadOnlyList<string> Outcomes);

/// <summary>An open incident in the list of all instances' incidents.</summary>
public sealed record ListedWorkflowIncident : WorkflowIncidentView
{
    internal ListedWorkflowIncident(WorkflowIncidentView incident)
        : base(incident)
    {
    }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The name of what it runs, or its id where it has none.</summary>
    public required string DefinitionName { get; init; }

    /// <summary>The interaction that it is about, or null.</summary>
    public required WorkflowInteractionView? Interaction { get; init; }
}

/// <summary>What failed.</summary>
public enum WorkflowIncidentKind
{
    /// <summary>An activity.</summary>
    Activity,

    /// <summary>The work as a whole, outside any activity.</summary>
    Work,
}

/// <summary>An interaction that a workflow is about.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Title">One line that says what it is about.</param>
public sealed record WorkflowInteractionView(Guid Id, string Title);
