using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>One spelling for everything that says the same: sorted properties, no nulls, numbers in their shortest form.</summary>
internal static class CanonicalJson
{
    private const string Activity = "activity";

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", Properties(value).Select(p => $"{Quote(p.Name)}: {Of(p.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Of))}]",
        JsonValueKind.String => Quote(value.GetString()!),
        JsonValueKind.Number => Number(value),
        _ => value.GetRawText(),
    };

    /// <summary>Null for what says nothing: null, false, an empty text, and objects and lists of only such values.</summary>
    public static string? OfSetting(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } given ? given : null,
        { ValueKind: JsonValueKind.Object } given => Wrapped('{', '}', Properties(given).Select(p => OfSetting(p.Value) is { } said ? $"{p.Name}: {said}" : null)),
        { ValueKind: JsonValueKind.Array } given => Wrapped('[', ']', given.EnumerateArray().Select(item => OfSetting(item))),
        { } other => Of(other),
    };

    public static string Number(JsonElement number)
    {
        if (number.TryGetDecimal(out var exact))
        {
            return (exact / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        }

        return number.TryGetDouble(out var rough) ? rough.ToString("R", CultureInfo.InvariantCulture) : number.GetRawText();
    }

    private static string? Wrapped(char begin, char end, IEnumerable<string?> parts)
    {
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0 ? null : $"{begin}{said}{end}";
    }

    /// <summary>An activity inside a value is compared as an activity, not as a part of the value.</summary>
    private static IEnumerable<JsonProperty> Properties(JsonElement value) =>
        value.EnumerateObject()
            .Where(p => p.Value.ValueKind != JsonValueKind.Null && !(p.NameEquals(Activity) && p.Value.IsActivity()))
            .OrderBy(p => p.Name, StringComparer.Ordinal);

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
