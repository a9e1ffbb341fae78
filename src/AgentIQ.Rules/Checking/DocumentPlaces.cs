using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentIQ.Rules.Checking;

/// <summary>Says which table, row and cell a JSON path means in a text that may be broken.</summary>
internal sealed partial class DocumentPlaces
{
    private readonly JsonElement _root;

    public DocumentPlaces(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            _root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A text that is no JSON has no places; the reader's fault says where it broke off.
        }
    }

    /// <summary>The set's name, or null.</summary>
    public string? SetName => Text(_root, "name");

    public (string? Table, string? Row, string? Cell) Of(string path)
    {
        if (TablePath().Match(path) is not { Success: true } match || Item(_root, "tables", match.Groups["table"]) is not { } table)
        {
            return (null, null, null);
        }

        var row = match.Groups["row"].Success ? Item(table, "rows", match.Groups["row"]) : null;
        return (Text(table, "name"), row is { } found ? Text(found, "id") : null, match.Groups["cell"].Success ? match.Groups["cell"].Value : null);
    }

    private static JsonElement? Item(JsonElement parent, string list, Group index) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
        && int.TryParse(index.Value, CultureInfo.InvariantCulture, out var place) && place < items.GetArrayLength()
            ? items[place]
            : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^\$\.tables\[(?<table>\d+)\](\.rows\[(?<row>\d+)\](\.when\.(?<cell>[^.\[]+))?)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TablePath();
}
