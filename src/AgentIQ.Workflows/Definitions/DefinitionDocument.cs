using System.Text.Json;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Tolerant reading of definition JSON: what is absent, null or of an unexpected kind reads as absent.</summary>
internal static class DefinitionDocument
{
    public static string? Text(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static int? Number(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static bool Flag(this JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>An object that says what activity it is.</summary>
    public static bool IsActivity(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.Text("type") is not null && element.Text("id") is not null;
}
