using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>
/// What activities put out. As in Elsa it does not outlive a wait: what is needed afterwards belongs into a variable.
/// </summary>
internal sealed class OutputValues(WorkflowInstance instance)
{
    public object? LastResult => instance.LastResult;

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

        (instance.ActivityOutputs ??= [])[node] = values;
        instance.LastResult = values[0];
        foreach (var binding in node.Outputs)
        {
            Write(execution, binding, PlainValue.From(binding.Output.Get(activity)));
        }

        return values;
    }

    /// <summary>What a container has put out so far.</summary>
    public object?[]? Of(Node node) => instance.ActivityOutputs?.GetValueOrDefault(node);

    /// <summary>By activity id, or by name where no id fits; without an output's name its first one.</summary>
    public object? Find(ActivityExecution from, string activity, string? output)
    {
        var nodes = from.Node is null ? [] : instance.Workflow.Nodes;
        var node = Find(nodes, from.Node?.Composite, activity);
        if (node is null || instance.ActivityOutputs is null || !instance.ActivityOutputs.TryGetValue(node, out var values))
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

    /// <summary>In the workflow that the activity is part of, else in those around it.</summary>
    private static Node? Find(Node[] nodes, Node? composite, string activity) =>
        Array.Find(nodes, n => n.Id == activity && n.Composite == composite)
        ?? Array.Find(nodes, n => n.Name == activity && n.Composite == composite)
        ?? (composite is null ? null : Find(nodes, composite.Composite, activity));

    /// <summary>Keeps one output and writes it to what it is bound to.</summary>
    public void WriteNow(ActivityExecution execution, string output, object? value)
    {
        var node = execution.Node;
        var plain = PlainValue.From(value);
        var outputs = node.Descriptor.Outputs;
        if ((instance.ActivityOutputs ??= []).GetValueOrDefault(node) is not { } values)
        {
            instance.ActivityOutputs[node] = values = new object?[outputs.Count];
        }

        for (var i = 0; i < outputs.Count; i++)
        {
            if (outputs[i].Name == output)
            {
                instance.LastResult = values[i] = plain;
            }
        }

        foreach (var binding in node.Outputs)
        {
            if (binding.Output.Name == output)
            {
                Write(execution, binding, plain);
            }
        }
    }

    private void Write(ActivityExecution execution, OutputBinding binding, object? value)
    {
        if (value is null && binding.Output.Declaration.KeepsTargetOnNull)
        {
            return;
        }

        // What a workflow used as an activity puts out goes to where it is used; it may have a variable of that id itself.
        var scope = execution.Node.Descriptor.Workflow is null ? execution : execution.Parent;
        if (new VariableScopes(instance).FindById(scope, binding.Target) is { } variable)
        {
            VariableScopes.Assign(variable, value);
        }
        else
        {
            new WorkflowScopes(instance).SetOutput(execution, binding.Target, value);
        }
    }
}
