using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>Compares the variables of a workflow or of a container. They belong together by their ids.</summary>
internal static class VariableComparison
{
    public static IEnumerable<DefinitionChange> Compare(JsonElement before, JsonElement after) => DeclaredComparison.Compare(
        ChangeSubject.Variable, before.List("variables"), after.List("variables"), v => v.Text("id") ?? v.Text("name"), "name", "typeName", "isArray", "value", "storageDriverTypeName");
}
