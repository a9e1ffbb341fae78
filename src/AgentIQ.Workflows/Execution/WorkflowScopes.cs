namespace AgentIQ.Workflows.Execution;

/// <summary>
/// Workflow inputs and outputs as an activity sees them: those of the nearest workflow around it that declares the name, be it used as an
/// activity; else the instance's.
/// </summary>
internal readonly struct WorkflowScopes(WorkflowInstance instance)
{
    public bool TryGetInput(ActivityExecution execution, string name, out object? value)
    {
        if (execution.Node.Composite is not null)
        {
            for (var around = execution.Parent; around is not null; around = around.Parent)
            {
                if (around.State is WorkflowScopeState scope && around.Node.Descriptor.Inputs.Any(i => i.Name == name))
                {
                    return scope.Inputs.TryGetValue(name, out value);
                }
            }
        }

        return instance.Input.TryGetValue(name, out value);
    }

    /// <summary>Names of the inputs that the activity can read.</summary>
    public IEnumerable<string> InputNames(ActivityExecution execution)
    {
        var names = instance.Input.Keys.AsEnumerable();
        for (var around = execution.Node.Composite is null ? null : execution.Parent; around is not null; around = around.Parent)
        {
            if (around.State is WorkflowScopeState scope)
            {
                names = names.Concat(scope.Inputs.Keys);
            }
        }

        return names;
    }

    public object? GetInput(ActivityExecution execution, string name) => TryGetInput(execution, name, out var value) ? value : null;

    /// <param name="execution">Who sets it.</param>
    /// <param name="name">Which output.</param>
    /// <param name="value">A plain value.</param>
    public void SetOutput(ActivityExecution execution, string name, object? value)
    {
        if (execution.Node.Composite is not null)
        {
            for (var around = execution.Parent; around is not null; around = around.Parent)
            {
                if (around.State is WorkflowScopeState scope && around.Node.Descriptor.Outputs.Any(o => o.Name == name))
                {
                    scope.Outputs[name] = value;
                    return;
                }
            }
        }

        instance.Output[name] = value;
    }
}
