using System.Text.Json;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.InMemory;

/// <summary>The workflows among given texts that may be used as activities.</summary>
internal static class UsableActivities
{
    public static IWorkflowActivities Of(IEnumerable<string> definitions) => WorkflowActivitySet.Of(definitions.Where(IsObject));

    /// <summary>What is wrong with the others is said where they are compiled themselves.</summary>
    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
