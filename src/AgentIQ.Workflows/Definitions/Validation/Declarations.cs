using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Validation;

/// <summary>What a definition declares for its activities to refer to.</summary>
internal sealed class Declarations(JsonElement definition, IReadOnlyList<VariableDefinition> variables)
{
    private readonly HashSet<string> _inputs = Names(definition, "inputs");
    private readonly HashSet<string> _outputs = Names(definition, "outputs");

    public bool HasInput(string name) => _inputs.Contains(name);

    public bool HasOutput(string name) => _outputs.Contains(name);

    /// <summary>A variable that the activity can reach: of the activity itself, of the containers around it, or of the workflow.</summary>
    public bool HasVariable(Node node, string id)
    {
        for (var scope = node; scope is not null; scope = scope.Parent)
        {
            if (Array.Exists(scope.Variables, v => v.Id == id))
            {
                return true;
            }
        }

        return variables.Any(v => v.Id == id);
    }

    private static HashSet<string> Names(JsonElement definition, string list) =>
        [.. definition.List(list).Select(i => i.Text("name")).OfType<string>()];
}
