using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>A value and what tells whether another one is the same: of a variable its id, so that renaming it changes no activity.</summary>
internal sealed record ReadValue(string Key, ComparedValue Value)
{
    public static ReadValue Of(ValueForm form, string text) => new($"{form}:{text}", new ComparedValue(form, text));
}

/// <summary>Reads values of activities by their shape, so that activities of unknown types are compared like all others.</summary>
/// <param name="variables">Names of all variables of the definition by their ids.</param>
internal sealed class ValueReader(IReadOnlyDictionary<string, string> variables)
{
    private const string Expression = "expression";
    private const string MemoryReference = "memoryReference";

    /// <summary>Whether the property binds an output.</summary>
    public static bool IsOutput(JsonElement property) => property.Get(Expression) is null && property.Get(MemoryReference) is not null;

    /// <summary>Null: it gives no value.</summary>
    public ReadValue? Read(JsonElement property)
    {
        if (property.Get(Expression) is { } expression)
        {
            return ReadExpression(expression);
        }

        if (property.Get(MemoryReference) is { } reference)
        {
            return reference.Text("id") is { Length: > 0 } target ? Bound(target, property.Get("converter")) : null;
        }

        return property.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Object when IsEmptyWrapper(property) => null,
            JsonValueKind.Object when property.Text("id") is not null && property.Text("name") is not null => Variable(property),
            JsonValueKind.Array when Cases(property) is { } cases => ReadValue.Of(ValueForm.Literal, cases),
            _ => Plain(property),
        };
    }

    public ReadValue? ReadExpression(JsonElement expression)
    {
        if (expression.Get("value") is not { } value)
        {
            return null;
        }

        return expression.Text("type") switch
        {
            null or "Literal" => Plain(value),
            "Object" or "Json" => Object(value),
            "JavaScript" => ReadValue.Of(ValueForm.JavaScript, Text(value)),
            "Variable" => Referred(value) is { } variable ? Variable(variable) : ReadValue.Of(ValueForm.Variable, Text(value)),
            "Input" => ReadValue.Of(ValueForm.Input, Referred(value)?.Text("name") ?? Text(value)),
            var other => ReadValue.Of(ValueForm.Other, $"{other}: {Text(value)}"),
        };
    }

    private ReadValue Variable(JsonElement reference)
    {
        var id = reference.Text("id") ?? reference.Text("name") ?? string.Empty;
        return new ReadValue($"{ValueForm.Variable}:{id}", new ComparedValue(ValueForm.Variable, variables.GetValueOrDefault(id) ?? reference.Text("name") ?? id));
    }

    private ReadValue Bound(string target, JsonElement? converter)
    {
        var form = variables.ContainsKey(target) ? ValueForm.Variable : ValueForm.Output;
        var conversion = CanonicalJson.OfSetting(converter) is { } said ? $" ({said})" : "";
        return new ReadValue($"{form}:{target}{conversion}", new ComparedValue(form, variables.GetValueOrDefault(target, target) + conversion));
    }

    private static bool IsEmptyWrapper(JsonElement property) =>
        property.EnumerateObject().All(p => p.NameEquals("typeName") || (p.Value.ValueKind == JsonValueKind.Null && (p.NameEquals(Expression) || p.NameEquals(MemoryReference))));

    /// <summary>One line for each case of a switch, as its author reads them.</summary>
    private string? Cases(JsonElement list)
    {
        var items = list.EnumerateArray().ToList();
        return items.Count > 0 && items.TrueForAll(item => item.Text("label") is not null)
            ? string.Join('\n', items.Select(item => $"{item.Text("label")}: {(item.Get("condition") is { } condition ? ReadExpression(condition)?.Value.Text : null)}"))
            : null;
    }

    private static ReadValue Plain(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? ReadValue.Of(ValueForm.Json, CanonicalJson.Of(value))
        : ReadValue.Of(ValueForm.Literal, Text(value));

    /// <summary>The designer writes JSON as text; a value is accepted too, and both mean the same.</summary>
    private static ReadValue Object(JsonElement value) =>
        ReadValue.Of(ValueForm.Json, value.ValueKind == JsonValueKind.String ? Parsed(value) is { } inner ? CanonicalJson.Of(inner) : Text(value) : CanonicalJson.Of(value));

    private static JsonElement? Referred(JsonElement value) =>
        (value.ValueKind == JsonValueKind.String ? Parsed(value) : value) is { ValueKind: JsonValueKind.Object } reference ? reference : null;

    private static JsonElement? Parsed(JsonElement text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.GetString()!);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // No JSON: it is compared as the text that it is.
            return null;
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.ReplaceLineEndings("\n"),
        JsonValueKind.Number => CanonicalJson.Number(value),
        _ => CanonicalJson.Of(value),
    };
}
