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

    /// <summary>Takes a property out of an object, with its comma and the white space after it.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Remove(JsonElement owner, string name)
    {
        foreach (var property in owner.EnumerateObject())
        {
            if (property.NameEquals(name))
            {
                var (start, end) = PlaceOf(property);
                var next = SkipBlanks(end);
                if (_text[next] == (byte)',')
                {
                    end = SkipBlanks(next + 1);
                }
                else
                {
                    start = BackToComma(start);
                }

                _edits.Add(new Edit(start, end - start, string.Empty));
                return true;
            }
        }

        return false;
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
        var first = SkipBlanks(start);
        var isEmpty = _text[first] == (byte)'}';
        var space = Encoding.UTF8.GetString(_text, start, first - start);
        _edits.Add(new Edit(isEmpty ? start : first, 0, isEmpty && !_edits.Exists(e => e.Start == start) ? $"\"{name}\":{json}" : isEmpty ? $",\"{name}\":{json}" : $"\"{name}\":{json},{space}"));
    }

    private static bool IsBlank(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private int SkipBlanks(int at)
    {
        while (IsBlank(_text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the comma before a property stands; the property's own place when it is the first.</summary>
    private int BackToComma(int start)
    {
        var before = start - 1;
        while (IsBlank(_text[before]))
        {
            before--;
        }

        return _text[before] == (byte)',' ? before : start;
    }

    /// <summary>From the quote before the name to the end of the value.</summary>
    private (int Start, int End) PlaceOf(JsonProperty property)
    {
        _ = ((ReadOnlySpan<byte>)_text).Overlaps(JsonMarshal.GetRawUtf8PropertyName(property), out var name);
        var (start, length) = PlaceOf(property.Value);
        return (name - 1, start + length);
    }

    private (int Start, int Length) PlaceOf(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        _ = ((ReadOnlySpan<byte>)_text).Overlaps(raw, out var start);
        return (start, raw.Length);
    }

    private readonly record struct Edit(int Start, int Length, string Json);
}
