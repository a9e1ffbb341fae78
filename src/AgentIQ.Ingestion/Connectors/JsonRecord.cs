using System.Text.Json;

namespace AgentIQ.Ingestion;

/// <summary>
/// Reads a foreign JSON object field by field, strictly: a field of the wrong kind is a
/// <see cref="RecordProblemException"/> that names it, never a silent default.
/// </summary>
internal readonly struct JsonRecord(JsonElement element, string path = "")
{
    /// <summary>The text of a field that must be there and not be blank.</summary>
    public string RequiredText(string name) =>
        OptionalText(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Problem(name, "a text");

    /// <summary>The text of a field; null when it is missing or null.</summary>
    public string? OptionalText(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw Problem(name, "a text or null");
        }

        try
        {
            var text = value.GetString()!;
            // PostgreSQL's text cannot hold it.
            return text.Contains('\0') ? throw Problem(name, "a text without the character U+0000") : text;
        }
        catch (InvalidOperationException e)
        {
            throw new RecordProblemException($"{path}{name}: expected valid text, but it has half of a surrogate pair", e);
        }
    }

    /// <summary>The text of a field; empty when it is missing or null.</summary>
    public string TextOrEmpty(string name) => OptionalText(name) ?? "";

    /// <summary>A text without outer white space; null when nothing is left.</summary>
    public string? NameOrNull(string name) => OptionalText(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number within bounds that must be there.</summary>
    public int RequiredNumber(string name, int min, int max) =>
        TryGet(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Problem(name, $"a whole number from {min} to {max}");

    /// <summary>A whole number as text; null when it is missing, null or zero.</summary>
    public string? OptionalId(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number == 0 ? null : number.ToString()
            : throw Problem(name, "a whole number or null");
    }

    /// <summary>A moment with its offset (<c>Z</c> or <c>+03:00</c>) that must be there, in UTC.</summary>
    public DateTimeOffset RequiredTime(string name)
    {
        var text = OptionalText(name);
        // The reader below takes any number of fractional digits; a time without an offset it would read as local.
        if (text is { Length: >= 20 } && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-') && TryGet(name, out var value) && value.TryGetDateTimeOffset(out var time))
        {
            return time.ToUniversalTime();
        }

        throw Problem(name, "a time with an offset, as 2026-01-31T12:00:00Z");
    }

    /// <summary>An object; null when it is missing or null.</summary>
    public JsonRecord? OptionalObject(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object ? new JsonRecord(value, $"{path}{name}.") : throw Problem(name, "an object or null");
    }

    /// <summary>A problem with a field: what was expected, what came.</summary>
    public RecordProblemException Problem(string name, string expected)
    {
        var came = TryGet(name, out var value) ? Excerpt.Start(value.GetRawText(), "") : "nothing";
        return new RecordProblemException($"{path}{name}: expected {expected}, came {came}");
    }

    private bool TryGet(string name, out JsonElement value) =>
        element.TryGetProperty(name, out value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
}

/// <summary>A record cannot be understood; the message names the field, what was expected and what came.</summary>
internal sealed class RecordProblemException(string message, Exception? innerException = null) : Exception(message, innerException);
