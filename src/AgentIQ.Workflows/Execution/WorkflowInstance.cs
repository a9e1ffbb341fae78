using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>An instance's state: everything that the next burst needs, and nothing else. Serialised by <see cref="StateSerializer"/>.</summary>
internal sealed class WorkflowInstance(Guid id, Guid tenantId, CompiledWorkflow workflow)
{
    public Guid Id { get; } = id;

    public Guid TenantId { get; } = tenantId;

    public CompiledWorkflow Workflow { get; } = workflow;

    /// <summary>Whether it is a trial run; it never changes.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>The instance whose activity started this one; null: none.</summary>
    public Guid? ParentInstanceId { get; set; }

    /// <summary>Name of the stimulus that tells the parent of the end; null: the parent does not wait, or was told.</summary>
    public string? ParentStimulus { get; set; }

    /// <summary>The parent's incident about the fault of this instance; null: there is none.</summary>
    public Guid? ParentIncidentId { get; set; }

    /// <summary>How many instances above this one wait for it, or ran it inside their own burst.</summary>
    public int Depth { get; set; }

    /// <summary>How its flowcharts join branches. May be set before the start; the start sets it when nobody did, and then it never changes.</summary>
    public FlowchartMode? FlowchartMode { get; set; }

    /// <summary>The HTTP request that it took last and may answer; null: none.</summary>
    public Guid? HttpRequestId { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    public WorkflowStatus Status => SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted
        ? WorkflowStatus.Finished
        : WorkflowStatus.Running;

    public Dictionary<string, object?> Input { get; set; } = [];

    public Dictionary<string, object?> Output { get; } = [];

    /// <summary>Variables of the workflow's own scope.</summary>
    public List<Variable> Variables { get; set; } = Variable.Declare(workflow.Variables);

    /// <summary>Executions that have not ended, oldest first.</summary>
    public List<ActivityExecution> Executions { get; } = [];

    public List<Bookmark> Bookmarks { get; } = [];

    public List<PendingEffect> Effects { get; } = [];

    public List<Incident> Incidents { get; } = [];

    /// <summary>Whether one of its own activities has faulted; a child's fault does not count.</summary>
    public bool HasFaulted => Incidents.Exists(i => i.ChildInstanceId is null);

    /// <summary>Empty between bursts, except when a burst was cut because it grew too long.</summary>
    public Queue<ScheduledWork> Scheduled { get; } = new();

    /// <summary>The activity that a stimulus started the workflow at, until it runs or the instance waits.</summary>
    public (Node Node, Stimulus Stimulus)? Trigger { get; set; }

    /// <summary>What activities put out since the instance last waited; null: nothing.</summary>
    public Dictionary<Node, object?[]>? ActivityOutputs { get; set; }

    /// <summary>The first output of the activity that put something out last.</summary>
    public object? LastResult { get; set; }

    /// <summary>What a Complete activity signalled.</summary>
    public string[]? Outcomes { get; set; }

    public bool RootCompleted { get; set; }

    public int LastExecution { get; set; }

    public int LastBookmark { get; set; }

    /// <summary>Journal entries so far.</summary>
    public int Sequence { get; set; }
}
