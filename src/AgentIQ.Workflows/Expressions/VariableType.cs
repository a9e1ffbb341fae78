using System.Collections;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Expressions;

/// <summary>The declared type of a variable: an alias of elsa-studio-contract 3.1 and whether it is a list of them.</summary>
internal sealed record VariableType(string Alias, bool IsArray)
{
    public static VariableType Any { get; } = new("Object", IsArray: false);

    private readonly Type? _clr = Clr(Alias);

    /// <summary>Whether the alias is one that the engine knows; an unknown one takes every value as it is.</summary>
    public bool IsKnown => _clr is not null;

    /// <summary>What values of it are in .NET; an unknown type is an object.</summary>
    public Type ClrType => IsArray ? (_clr ?? typeof(object)).MakeArrayType() : _clr ?? typeof(object);

    /// <exception cref="ConversionException">The value does not fit.</exception>
    public object? Convert(object? value)
    {
        var plain = PlainValue.From(value);
        if (plain is null || _clr is null)
        {
            return plain;
        }

        if (!IsArray)
        {
            return PlainValue.From(ValueConverter.Convert(plain, _clr));
        }

        if (ValueConverter.Convert(plain, _clr == typeof(string) ? typeof(string[]) : typeof(JsonArray)) is not IEnumerable list)
        {
            return null;
        }

        var converted = new JsonArray();
        foreach (var item in list)
        {
            converted.Add(PlainValue.ToNode(ValueConverter.Convert(PlainValue.From(item), _clr)));
        }

        return converted;
    }

    private static Type? Clr(string alias) => alias switch
    {
        "Object" => typeof(object),
        "String" => typeof(string),
        "Boolean" => typeof(bool),
        "Int16" => typeof(short),
        "Int32" => typeof(int),
        "Int64" or "Long" => typeof(long), // Long is what 3.8 writes.
        "Single" => typeof(float),
        "Double" => typeof(double),
        "Decimal" => typeof(decimal),
        "Guid" => typeof(Guid),
        "DateTime" or "DateTimeOffset" => typeof(DateTimeOffset),
        "TimeSpan" => typeof(TimeSpan),
        "JSON" or "JsonElement" or "JsonNode" => typeof(JsonNode),
        "JsonObject" or "StringDictionary" or "ObjectDictionary" or "StringMap" or "ObjectMap" => typeof(JsonObject),
        "JsonArray" => typeof(JsonArray),
        "ByteArray" => typeof(string),
        _ => null,
    };
}
