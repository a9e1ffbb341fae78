using System.Text.Json;

namespace AgentIQ.Workflows.Studio.Instances.Trying;

/// <summary>Values of variables that a person gave for tests; the designer keeps them in the definition's custom properties.</summary>
internal static class TestValues
{
    private const string Property = "VariableTestValues";

    /// <returns>By the variable's id; empty where none are given.</returns>
    public static Dictionary<string, JsonElement> Of(string definition)
    {
        using var document = JsonDocument.Parse(definition);
        return document.RootElement.TryGetProperty("customProperties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty(Property, out var values) && values.ValueKind == JsonValueKind.Object
            ? values.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.Clone(), StringComparer.Ordinal)
            : [];
    }
}
