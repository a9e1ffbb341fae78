using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>
/// Changes single values inside JSON text and leaves every other character as it is: order, spelling of numbers, white space and
/// properties that nobody here knows.
/// </summary>
internal sealed class JsonEditor : IDisposable
{
    private readonly byte[] _text;
    private readonly JsonDocument _document;
    private readonly List<Edit> _edits = [];

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public JsonEditor(string json)
    {
        _text = Encoding.UTF8.GetBytes(json);
        _document = JsonDocument.Parse(_text.AsMemory());
    }

    public JsonElement Root => _document.RootElement;

    /// <summary>Writes a string as JSON the way the engine does: Cyrillic stays readable.</summary>
    public static string Quote(string? text) => text is null ? "null" : JsonSerializer.Serialize(text, WorkflowJson.Options);

    /// <summary>Puts other JSON in the place of a value. A later replacement of what is around it wins.</summary>
    public void Replace(JsonElement value, string json)
    {
        var (start, length) = PlaceOf(value);
        _edits.RemoveAll(e => e.Start >= start && e.Start + e.Length <= start + length);
        _edits.Add(new Edit(start, length, json));
    }

    /// <summary>Sets a property of an object: in its place when it is there (each time, when it is there twice), else as the first one.</summary>
    public void Set(JsonElement owner, string name, string json)
    {
        var isThere = false;
        foreach (var property in owner.EnumerateObject())
        {
            if (property.NameEquals(name))
            {
                isThere = true;
                if (JsonMarshal.GetRawUtf8Value(property.Value).SequenceEqual(Encoding.UTF8.GetBytes(json)) is false)
                {
                    Replace(property.Value, json);
                }
            }
        }

        if (!isThere)
        {
            Insert(owner, name, json);
        }
    }

    /// <summary>The text with all changes.</summary>
    public string Apply()
    {
        if (_edits.Count == 0)
        {
            return Encoding.UTF8.GetString(_text);
        }

        var result = new StringBuilder(_text.Length + 256);
        var at = 0;
        foreach (var edit in _edits.OrderBy(e => e.Start).ThenBy(e => e.Length))
        {
            result.Append(Encoding.UTF8.GetString(_text, at, edit.Start - at)).Append(edit.Json);
            at = edit.Start + edit.Length;
        }

        return result.Append(Encoding.UTF8.GetString(_text, at, _text.Length - at)).ToString();
    }

    public void Dispose() => _document.Dispose();

    private void Insert(JsonElement owner, string name, string json)
    {
        var start = PlaceOf(owner).Start + 1;
        var first = start;
        while (_text[first] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            first++;
        }

        var isEmpty = _text[first] == (byte)'}';
        var space = Encoding.UTF8.GetString(_text, start, first - start);
        _edits.Add(new Edit(isEmpty ? start : first, 0, isEmpty && !_edits.Exists(e => e.Start == start) ? $"\"{name}\":{json}" : isEmpty ? $",\"{name}\":{json}" : $"\"{name}\":{json},{space}"));
    }

    private (int Start, int Length) PlaceOf(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        _ = ((ReadOnlySpan<byte>)_text).Overlaps(raw, out var start);
        return (start, raw.Length);
    }

    private readonly record struct Edit(int Start, int Length, string Json);
}
