namespace AgentIQ.Workflows.Execution;

/// <summary>Whether an instance can still go on. Derived from <see cref="WorkflowSubStatus"/>.</summary>
public enum WorkflowStatus
{
    /// <summary>It can.</summary>
    Running,

    /// <summary>It cannot.</summary>
    Finished,
}

/// <summary>Where exactly an instance stands; the names are Elsa's.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Asked for, not yet begun.</summary>
    Pending,

    /// <summary>More of its work is queued.</summary>
    Executing,

    /// <summary>It waits: for a bookmark, for an effect, or for a person after an incident.</summary>
    Suspended,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Ended by an incident; a retry makes it run again.</summary>
    Faulted,
}

/// <summary>Where one execution of an activity stands.</summary>
internal enum ExecutionStatus
{
    Running,
    Completed,
    Canceled,
    Faulted,
}
