using System.Text.Json;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>What people write into an instance's variables.</summary>
internal static class VariableChanges
{
    /// <summary>Writes what can be written.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="values">By a variable's id; the name of one that a script made. The workflow's own come first, then those of containers, outermost first.</param>
    /// <param name="storedOnly">Whether what is not kept over a wait is refused.</param>
    /// <returns>Why the others were not.</returns>
    public static List<string> Apply(WorkflowInstance instance, IReadOnlyDictionary<string, JsonElement> values, bool storedOnly = true)
    {
        var problems = new List<string>();
        foreach (var (id, value) in values)
        {
            if (instance.Executions.SelectMany(e => e.Variables ?? []).After(instance.Variables).FirstOrDefault(v => (v.Definition?.Id ?? v.Name) == id) is not { } variable)
            {
                problems.Add($"There is no variable '{id}'.");
            }
            else if (storedOnly && variable.Definition is { IsStored: false })
            {
                problems.Add($"Variable '{variable.Name}' is not kept while the instance waits, so it cannot be changed now. Give it the storage driver 'Workflow Instance'.");
            }
            else
            {
                Assign(variable, value, problems);
            }
        }

        return problems;
    }

    private static void Assign(Variable variable, JsonElement value, List<string> problems)
    {
        try
        {
            VariableScopes.Assign(variable, PlainValue.FromElement(value));
        }
        catch (ConversionException e)
        {
            problems.Add(e.Message);
        }
    }

    private static IEnumerable<Variable> After(this IEnumerable<Variable> others, List<Variable> first) => first.Concat(others);
}
