using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>
/// What the activities of one burst put out. As in Elsa it does not outlive the burst: what is needed after a wait belongs into a variable.
/// </summary>
internal sealed class OutputValues(WorkflowInstance instance)
{
    private Dictionary<Node, object?[]>? _byNode;

    public object? LastResult { get; private set; }

    /// <summary>Reads an activity's outputs, keeps them and writes them to what they are bound to.</summary>
    public object?[]? Collect(Activity activity, ActivityExecution execution)
    {
        var node = execution.Node;
        var outputs = node.Descriptor.Outputs;
        if (outputs.Count == 0)
        {
            return null;
        }

        var values = new object?[outputs.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = PlainValue.From(outputs[i].Get(activity));
        }

        (_byNode ??= [])[node] = values;
        LastResult = values[0];
        foreach (var binding in node.Outputs)
        {
            Write(execution, binding, PlainValue.From(binding.Output.Get(activity)));
        }

        return values;
    }

    /// <summary>By activity id, or by name where no id fits; without an output's name its first one.</summary>
    public object? Find(ActivityExecution from, string activity, string? output)
    {
        var nodes = from.Node is null ? [] : instance.Workflow.Nodes;
        var node = Array.Find(nodes, n => n.Id == activity) ?? Array.Find(nodes, n => n.Name == activity);
        if (node is null || _byNode is null || !_byNode.TryGetValue(node, out var values))
        {
            return null;
        }

        var index = 0;
        if (output is not null)
        {
            for (index = 0; index < values.Length && node.Descriptor.Outputs[index].Name != output; index++)
            {
            }
        }

        return index < values.Length ? values[index] : null;
    }

    /// <summary>Writes one output to what it is bound to.</summary>
    public void WriteNow(ActivityExecution execution, string output, object? value)
    {
        foreach (var binding in execution.Node.Outputs)
        {
            if (binding.Output.Name == output)
            {
                Write(execution, binding, PlainValue.From(value));
            }
        }
    }

    private void Write(ActivityExecution execution, OutputBinding binding, object? value)
    {
        if (value is null && binding.Output.Declaration.KeepsTargetOnNull)
        {
            return;
        }

        if (new VariableScopes(instance).FindById(execution, binding.Target) is { } variable)
        {
            VariableScopes.Assign(variable, value);
        }
        else
        {
            instance.Output[binding.Target] = value;
        }
    }
}
