using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>Finds variables from an activity outwards: the containers around it, nearest first, then the workflow.</summary>
internal readonly struct VariableScopes(WorkflowInstance instance)
{
    public Variable? Find(ActivityExecution execution, string name)
    {
        for (var scope = execution; scope is not null; scope = scope.Parent)
        {
            if (scope.Variables?.Find(v => v.Name == name) is { } variable)
            {
                return variable;
            }
        }

        return instance.Variables.Find(v => v.Name == name);
    }

    /// <summary>Names that Find finds.</summary>
    public IEnumerable<string> NamesInScope(ActivityExecution execution)
    {
        IEnumerable<Variable> variables = [];
        for (var scope = execution; scope is not null; scope = scope.Parent)
        {
            variables = variables.Concat(scope.Variables ?? []);
        }

        return variables.Concat(instance.Variables).Select(v => v.Name).Distinct(StringComparer.Ordinal);
    }

    /// <param name="execution">Where to begin; null: the workflow's own scope.</param>
    /// <param name="id">The variable's id.</param>
    public Variable? FindById(ActivityExecution? execution, string id)
    {
        for (var scope = execution; scope is not null; scope = scope.Parent)
        {
            if (scope.Variables?.Find(v => v.Definition?.Id == id) is { } variable)
            {
                return variable;
            }
        }

        return instance.Variables.Find(v => v.Definition?.Id == id);
    }

    /// <exception cref="ConversionException">The value does not fit the variable's type.</exception>
    public void Set(ActivityExecution execution, string name, object? value)
    {
        if (Find(execution, name) is { } variable)
        {
            Assign(variable, value);
        }
        else
        {
            Declare(execution.Parent, name, PlainValue.From(value));
        }
    }

    public static void Assign(Variable variable, object? value)
    {
        try
        {
            variable.Value = variable.Type.Convert(value);
        }
        catch (ConversionException e)
        {
            throw new ConversionException($"Variable '{variable.Name}': {e.Message}", e);
        }
    }

    /// <summary>Makes or overwrites a variable in exactly that scope; null: the workflow's.</summary>
    public void Declare(ActivityExecution? scope, string name, object? value)
    {
        var variables = scope is null ? instance.Variables : scope.Variables ??= [];
        if (variables.Find(v => v.Name == name) is { } existing)
        {
            existing.Value = value;
        }
        else
        {
            variables.Add(new Variable(name, definition: null, value));
        }
    }
}
