using System.Text;
using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Sentences;

/// <summary>
/// One value of a field as people read it: the label of an enum, a number with its unit, «2 ч», a list. Never throws: what does
/// not suit the field (a value of an older catalogue) is shown as it is.
/// </summary>
public static class ValueWords
{
    /// <summary>The words for a value that a row puts out.</summary>
    /// <param name="field">The output's declaration.</param>
    /// <param name="value">The value; its slot does not matter.</param>
    public static LocalizedText Of(FactField field, OutputValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var json = JsonDocument.Parse(Json(field, value));
        return Of(field, json.RootElement);
    }

    /// <summary>The words for a value as JSON, as decisions and conditions keep it. Null reads «нет значения».</summary>
    /// <param name="field">The field.</param>
    /// <param name="json">The value; text that is no JSON is shown as it is.</param>
    public static LocalizedText Of(FactField field, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(field, document.RootElement);
        }
        catch (JsonException)
        {
            return new LocalizedText(json, json);
        }
    }

    /// <summary>The words for a value as JSON, as decisions and conditions keep it. Null reads «нет значения».</summary>
    public static LocalizedText Of(FactField field, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Language.Both(language => Say(language, field, value));
    }

    internal static string Say(Language language, FactField field, JsonElement value, bool afterComparison = false) => (field.Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null or JsonValueKind.Undefined) => language.NoValue,
        (FactType.Bool, JsonValueKind.True) => Flag(language, field, "true", language.Yes),
        (FactType.Bool, JsonValueKind.False) => Flag(language, field, "false", language.No),
        (FactType.Int or FactType.Decimal, JsonValueKind.Number) when value.TryGetDecimal(out var number) => Number(language, field, number, afterComparison),
        (FactType.Enum or FactType.Set, JsonValueKind.String) => language.Pick(field.LabelOf(value.GetString()!)),
        (FactType.Duration, JsonValueKind.String) when DurationText.TryParse(value.GetString()!, out var length) => language.Duration(length, afterComparison),
        (FactType.Instant, JsonValueKind.String) when value.TryGetDateTimeOffset(out var moment) => language.Moment(moment),
        (FactType.String or FactType.Text, JsonValueKind.String) => language.Quote(value.GetString()!),
        (_, JsonValueKind.Object) => Composed(language, value),
        (_, JsonValueKind.Array) => List(language, [.. value.EnumerateArray().Select(item => language.Apart(field, Say(language, field, item)))]),
        (_, JsonValueKind.String) => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>The value as JSON, Cyrillic as it is.</summary>
    internal static string Json(FactField field, OutputValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, FactValuesWriter.Options))
        {
            FactValuesWriter.WriteValue(writer, field, value.Number, value.Reference);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Flag(Language language, FactField field, string value, string otherwise) =>
        field.Labels.TryGetValue(value, out var label) ? language.Pick(label) : otherwise;

    private static string Number(Language language, FactField field, decimal number, bool afterComparison)
    {
        if (TimeUnit.Length(field, number) is { } length)
        {
            return language.Duration(length, afterComparison);
        }

        return field.Unit is { } unit ? $"{language.Number(number)} {language.Pick(unit)}" : language.Number(number);
    }

    private static string List(Language language, IReadOnlyList<string> items) =>
        items.Count == 0 ? language.Empty : language.Join(items, language.And);

    private static string Composed(Language language, JsonElement value)
    {
        if (value.TryGetProperty("ru", out var ru) && value.TryGetProperty("en", out var en))
        {
            return language.Quote(language.Pick(new LocalizedText(ru.ToString(), en.ToString())));
        }

        // What the decision log keeps of a person's words.
        return value.TryGetProperty("sha256", out _) ? language.Hidden : value.GetRawText();
    }
}
