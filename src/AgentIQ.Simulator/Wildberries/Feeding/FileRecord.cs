using System.Globalization;
using System.Text.Json;

namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>One element of the file's array, with typed access to its fields and errors that name the place.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line where the record begins.</param>
/// <param name="Number">The record's number, from 1.</param>
/// <param name="Element">The record.</param>
/// <param name="Prefix">The path of a nested object.</param>
internal sealed record FileRecord(string Path, int Line, int Number, JsonElement Element, string Prefix = "")
{
    public FeedbackFileException Wrong(string field, string problem) =>
        new($"{Path}, line {Line}, record {Number}, field {Prefix}{field}: {problem}.");

    /// <summary>A nested object; an absent one reads as empty.</summary>
    public FileRecord Object(string field) => Get(field) switch
    {
        null => this with { Element = JsonElement.Parse("{}"), Prefix = $"{Prefix}{field}." },
        { ValueKind: JsonValueKind.Object } element => this with { Element = element, Prefix = $"{Prefix}{field}." },
        { } element => throw Wrong(field, $"expected an object, got {Show(element)}"),
    };

    public bool Has(string field) => Get(field) is not null;

    public string? Text(string field) => Get(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } element => element.GetString(),
        { } element => throw Wrong(field, $"expected a text, got {Show(element)}"),
    };

    public string RequiredText(string field) =>
        Text(field) is { Length: > 0 } text ? text : throw Wrong(field, "expected a text, got nothing");

    public long? Whole(string field) => Get(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } element when element.TryGetInt64(out var value) => value,
        { } element => throw Wrong(field, $"expected a whole number, got {Show(element)}"),
    };

    public DateTimeOffset? Time(string field) => Text(field) is not { } text
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Wrong(field, $"expected a time such as 2026-02-01T09:30:00Z, got «{text}»");

    public IReadOnlyList<string> Texts(string field) => Get(field) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array when array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. array.EnumerateArray().Select(item => item.GetString()!)],
        { } element => throw Wrong(field, $"expected an array of texts, got {Show(element)}"),
    };

    private JsonElement? Get(string field)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw new FeedbackFileException($"{Path}, line {Line}, record {Number}: expected an object, got {Show(Element)}.");
        }

        return Element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private static string Show(JsonElement element)
    {
        var raw = element.GetRawText();
        return raw.Length <= 60 ? raw : raw[..60] + "…";
    }
}
