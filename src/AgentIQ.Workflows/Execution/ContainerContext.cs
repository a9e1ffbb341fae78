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

    public void Schedule(Node child) => Burst.Schedule(child, Execution);

    public void Complete(params string[] outcomes) => Burst.Complete(Execution, activity, outcomes.Length == 0 ? null : outcomes);

    public void Cancel(Node child)
    {
        for (var i = Burst.Instance.Executions.Count - 1; i >= 0; i--)
        {
            if (i < Burst.Instance.Executions.Count && Burst.Instance.Executions[i] is var candidate && candidate.Node == child && candidate.Parent == Execution)
            {
                Burst.Cancel(candidate);
            }
        }
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

    /// <summary>Writes an output to what it is bound to before the container completes.</summary>
    public void WriteOutput(string output, object? value) => Burst.Outputs.WriteNow(Execution, output, value);

    public void Declare(string variable, object? value) => Burst.Variables.Declare(Execution, variable, value);
}
