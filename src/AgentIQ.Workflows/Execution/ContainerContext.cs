using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>What a container sees and may do.</summary>
internal readonly struct ContainerContext(Burst burst, ActivityExecution execution, Activity activity)
{
    public Burst Burst { get; } = burst;

    public ActivityExecution Execution { get; } = execution;

    public Node Node => Execution.Node;

    /// <summary>Children that are scheduled, running, waiting or faulted.</summary>
    public int Pending => Execution.Pending;

    /// <summary>A Break inside has ended this container.</summary>
    public bool IsBreaking => Execution.IsBreaking;

    public void Schedule(Node child) => Burst.Schedule(child, Execution);

    /// <summary>Schedules a child with variables of its own.</summary>
    public void Schedule(Node child, params ReadOnlySpan<(string Name, object? Value)> variables)
    {
        var own = new List<Variable>(variables.Length);
        foreach (var (name, value) in variables)
        {
            own.Add(new Variable(name, definition: null, value));
        }

        Burst.Schedule(child, Execution, own);
    }

    /// <summary>Leaves a bookmark for a stimulus, which stays until the container has ended.</summary>
    public void WaitFor(string name) => Burst.AddBookmark(Execution, name, due: null, isEvent: true);

    public void Complete(params string[] outcomes) => Burst.Complete(Execution, activity, outcomes.Length == 0 ? null : outcomes);

    /// <summary>Cancels what has started on the ways to a child of a flowchart; what is only scheduled there still runs.</summary>
    /// <returns>Which children, by index.</returns>
    public List<int> CancelUpstream(FlowRoutes routes, int child)
    {
        var cancelled = new List<int>();
        foreach (var upstream in Burst.Instance.Executions.ToArray())
        {
            if (upstream.Parent == Execution && routes.Reaches(upstream.Node.ChildIndex, child))
            {
                Burst.Cancel(upstream);
                cancelled.Add(upstream.Node.ChildIndex);
            }
        }

        return cancelled;
    }

    /// <summary>Evaluates an input again and sets it.</summary>
    public void Reevaluate(string input)
    {
        foreach (var binding in Node.Inputs)
        {
            if (binding.Input.Name == input)
            {
                binding.Input.Set(activity, Burst.Evaluate(binding, Execution));
            }
        }
    }

    /// <summary>Puts an output out now; a container puts nothing out when it completes.</summary>
    public void WriteOutput(string output, object? value) => Burst.Outputs.WriteNow(Execution, output, value);
}
