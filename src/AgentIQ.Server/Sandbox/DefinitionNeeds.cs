using System.Text.Json;

namespace AgentIQ.Server.Sandbox;

/// <summary>What a definition has to be run with.</summary>
internal static class DefinitionNeeds
{
    /// <summary>What starts other workflows, which may need an interaction.</summary>
    private static readonly HashSet<string> Starting = new(StringComparer.Ordinal) { "Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows" };

    /// <summary>
    /// Whether it may work on an interaction: it has an activity that is not of the engine's own (a workflow that is used as one included), or
    /// starts other workflows.
    /// </summary>
    /// <param name="body">The definition as it was saved.</param>
    public static bool Interaction(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("root", out var root) && Uses(root);
    }

    /// <summary>An activity is an object with an id and a type; they nest under any property.</summary>
    private static bool Uses(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => NeedsIt(element) || element.EnumerateObject().Any(property => Uses(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(Uses),
        _ => false,
    };

    private static bool NeedsIt(JsonElement element) =>
        element.TryGetProperty("id", out _)
        && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && type.GetString() is { } name
        && (!name.StartsWith("Elsa.", StringComparison.Ordinal) || Starting.Contains(name));
}
