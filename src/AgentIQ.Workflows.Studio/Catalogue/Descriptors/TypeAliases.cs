using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Studio.Catalogue.Descriptors;

/// <summary>The names under which the designer knows .NET types (elsa-studio-contract 3.1).</summary>
internal static class TypeAliases
{
    private static readonly FrozenDictionary<Type, string> Known = new Dictionary<Type, string>
    {
        [typeof(string)] = "String",
        [typeof(bool)] = "Boolean",
        [typeof(short)] = "Int16",
        [typeof(int)] = "Int32",
        [typeof(long)] = "Int64",
        [typeof(float)] = "Single",
        [typeof(double)] = "Double",
        [typeof(decimal)] = "Decimal",
        [typeof(Guid)] = "Guid",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
        [typeof(TimeSpan)] = "TimeSpan",
        [typeof(byte[])] = "ByteArray",
        [typeof(JsonNode)] = "JsonNode",
        [typeof(JsonObject)] = "JsonObject",
        [typeof(JsonArray)] = "JsonArray",
        [typeof(IReadOnlyDictionary<string, object?>)] = "ObjectDictionary",
        [typeof(IReadOnlyDictionary<string, string>)] = "StringDictionary",
    }.ToFrozenDictionary();

    /// <summary>The alias; a list of known things is <c>List&lt;String&gt;</c> and so on, an enum is its names' texts, anything else is an Object.</summary>
    public static string Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return Known.GetValueOrDefault(bare)
            ?? (bare.IsEnum ? "String" : bare.IsArray ? ListOf(bare.GetElementType()!) : "Object");
    }

    private static string ListOf(Type item) => item == typeof(object) || Known.ContainsKey(item) ? $"List<{Of(item)}>" : "Object";
}
