using System.Text.Json;

namespace AgentIQ.Workflows.Studio.Catalogue.Scripting;

/// <summary>A variable or an input as a script sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in TypeScript.</param>
internal sealed record Declaration(string Name, string Type)
{
    /// <summary>Null when it has no name.</summary>
    public static Declaration? Read(JsonElement declared)
    {
        if (declared.ValueKind != JsonValueKind.Object || Text(declared, "name") is not { Length: > 0 } name)
        {
            return null;
        }

        var type = TypeScript(Text(declared, "typeName") ?? Text(declared, "type"));
        return new Declaration(name, declared.TryGetProperty("isArray", out var isArray) && isArray.ValueKind == JsonValueKind.True ? $"{type}[]" : type);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string TypeScript(string? alias) => alias switch
    {
        "String" or "Guid" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "ByteArray" => "string",
        "Boolean" => "boolean",
        "Int16" or "Int32" or "Int64" or "Long" or "Single" or "Double" or "Decimal" => "number",
        "StringDictionary" or "StringMap" => "{ [name: string]: string }",
        "ObjectDictionary" or "ObjectMap" or "JsonObject" => "{ [name: string]: any }",
        "JsonArray" => "any[]",
        _ => "any",
    };
}
