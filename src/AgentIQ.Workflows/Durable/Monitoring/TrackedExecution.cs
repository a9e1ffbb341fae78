using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>One execution as the journal tells it so far.</summary>
internal sealed class TrackedExecution(int number, TrackedExecution? parent, Node? node, DateTimeOffset startedAt)
{
    public int Number { get; } = number;

    public TrackedExecution? Parent { get; } = parent;

    /// <summary>Null for the workflow itself.</summary>
    public Node? Node { get; } = node;

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>What led to it; null for the workflow itself.</summary>
    public TrackedExecution? LedBy { get; init; }

    public int Depth { get; init; }

    public ActivityStatus Status { get; set; } = ActivityStatus.Running;

    public DateTimeOffset? CompletedAt { get; set; }

    public bool IsWaiting { get; set; }

    /// <summary>When it last began to wait; null: it never did.</summary>
    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>It has failed and nobody has dealt with it.</summary>
    public bool HasOpenFault { get; private set; }

    /// <summary>Of it and of what ran inside it.</summary>
    public int OpenFaults { get; private set; }

    public IReadOnlyDictionary<string, JsonElement> Inputs { get; set; } = ExecutionRecord.Empty;

    public string[]? Outcomes { get; set; }

    public IReadOnlyDictionary<string, JsonElement> Outputs { get; set; } = ExecutionRecord.Empty;

    public ExceptionState? Exception { get; set; }

    /// <summary>What people did about it: "Retried" or "Skipped", and who.</summary>
    public Dictionary<string, JsonElement>? Actions { get; set; }

    /// <summary>Completed executions inside it, in order.</summary>
    public List<TrackedExecution> CompletedInside { get; } = [];

    public string ActivityId => Node?.Id ?? WorkflowItself.Id;

    public string NodeId => Node?.NodeId ?? WorkflowItself.Id;

    public string TypeName => Node?.Descriptor.TypeName ?? WorkflowItself.TypeName;

    public void OpenFault()
    {
        if (!HasOpenFault)
        {
            HasOpenFault = true;
            Count(1);
        }
    }

    public void CloseFault()
    {
        if (HasOpenFault)
        {
            HasOpenFault = false;
            Count(-1);
        }
    }

    private void Count(int faults)
    {
        for (var around = this; around is not null; around = around.Parent)
        {
            around.OpenFaults += faults;
        }
    }
}

/// <summary>The workflow as the designer's tree has it: around the root activity.</summary>
internal static class WorkflowItself
{
    public const string Id = "Workflow1";

    public const string TypeName = "Elsa.Workflow";

    public const int Number = 0;
}
