using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>One execution of an activity. Kept in the instance's state only while it has not ended.</summary>
internal sealed class ActivityExecution(int number, Node node, ActivityExecution? parent)
{
    /// <summary>Counts up over the instance's life; never reused.</summary>
    public int Number { get; } = number;

    public Node Node { get; } = node;

    public ActivityExecution? Parent { get; } = parent;

    public ExecutionStatus Status { get; set; }

    /// <summary>Evaluated inputs, in the order of the node's bindings; kept over a wait.</summary>
    public object?[]? Inputs { get; set; }

    /// <summary>Variables of this scope; null when it has none.</summary>
    public List<Variable>? Variables { get; set; }

    /// <summary>A container's own state.</summary>
    public ContainerState? State { get; set; }

    /// <summary>Children that are scheduled, running, waiting or faulted.</summary>
    public int Pending { get; set; }

    /// <summary>What a retry has to deliver again; null: a retry runs the activity from its beginning.</summary>
    public Delivery? Undelivered { get; set; }

    /// <summary>A Break inside has ended this container: it completes when the child that contained the Break does.</summary>
    public bool IsBreaking { get; set; }

    /// <summary>Whether a container around it was cancelled. Inside one that has ended, what was already scheduled still runs.</summary>
    public bool IsInsideCancelled
    {
        get
        {
            for (var around = Parent; around is not null; around = around.Parent)
            {
                if (around.Status == ExecutionStatus.Canceled)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public bool IsInside(ActivityExecution container)
    {
        for (var around = Parent; around is not null; around = around.Parent)
        {
            if (around == container)
            {
                return true;
            }
        }

        return false;
    }
}
