using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>Finds the activities that stand for another workflow or begin one: both keep its id in <c>workflowDefinitionId</c>.</summary>
internal static class Consumption
{
    public static bool IsIn(string body, string definitionId)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Get("root") is { } root && IsIn(root, definitionId);
    }

    private static bool IsIn(JsonElement at, string definitionId) => at.ValueKind switch
    {
        JsonValueKind.Array => at.EnumerateArray().Any(item => IsIn(item, definitionId)),
        JsonValueKind.Object => Names(at, definitionId) || at.EnumerateObject().Any(property => IsIn(property.Value, definitionId)),
        _ => false,
    };

    private static bool Names(JsonElement activity, string definitionId) =>
        activity.Text("workflowDefinitionId") == definitionId
        || activity.Get("workflowDefinitionId")?.Get("expression") is { } expression && expression.Text("type") == "Literal" && expression.Text("value") == definitionId;
}
