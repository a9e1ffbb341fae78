using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>A variable of an instance: declared, or made by a script (then without a definition).</summary>
internal sealed class Variable(string name, VariableDefinition? definition, object? value)
{
    public string Name { get; } = name;

    public VariableDefinition? Definition { get; } = definition;

    public VariableType Type => Definition?.Type ?? VariableType.Any;

    public object? Value { get; set; } = value;

    public static List<Variable> Declare(VariableDefinition[] definitions)
    {
        var variables = new List<Variable>(definitions.Length);
        foreach (var definition in definitions)
        {
            variables.Add(new Variable(definition.Name, definition, Fresh(definition.Default)));
        }

        return variables;
    }

    public void Reset() => Value = Fresh(Definition?.Default);

    /// <summary>A default with a structure is shared by all instances, so each gets its own copy.</summary>
    private static object? Fresh(object? value) => value is System.Text.Json.Nodes.JsonNode node ? node.DeepClone() : value;
}
