using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>An instance's state: everything that the next burst needs, and nothing else. Serialised by <see cref="StateSerializer"/>.</summary>
internal sealed class WorkflowInstance(Guid id, Guid tenantId, CompiledWorkflow workflow)
{
    public Guid Id { get; } = id;

    public Guid TenantId { get; } = tenantId;

    public CompiledWorkflow Workflow { get; } = workflow;

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

    /// <summary>Empty between bursts, except when a burst was cut because it grew too long.</summary>
    public Queue<ScheduledWork> Scheduled { get; } = new();

    /// <summary>What a Complete activity signalled.</summary>
    public string[]? Outcomes { get; set; }

    public bool RootCompleted { get; set; }

    public int LastExecution { get; set; }

    public int LastBookmark { get; set; }

    /// <summary>Journal entries so far.</summary>
    public int Sequence { get; set; }
}
