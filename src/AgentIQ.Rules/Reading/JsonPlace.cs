using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AgentIQ.Rules.Reading;

/// <summary>A value of a document together with its JSON path, which every fault names.</summary>
internal readonly struct JsonPlace(JsonDocumentReader reader, JsonElement value, JsonPath path)
{
    public JsonDocumentReader Reader => reader;

    public JsonElement Value => value;

    public string Path => path.ToString();

    public JsonValueKind Kind => value.ValueKind;

    /// <summary>The value as it stands, short enough for a message.</summary>
    public string Came
    {
        get
        {
            if (Kind == JsonValueKind.Undefined)
            {
                return "nothing";
            }

            var raw = value.GetRawText().ReplaceLineEndings(" ");
            return raw.Length <= 60 ? raw : string.Concat(raw.AsSpan(0, 57), "...");
        }
    }

    public void Fault(string expected, string advice) => reader.Report(Path, $"expected {expected}, came {Came}; {advice}");

    public bool TryGet(string name, out JsonPlace place)
    {
        place = default;
        if (Kind != JsonValueKind.Object || !value.TryGetProperty(name, out var found))
        {
            return false;
        }

        place = new JsonPlace(reader, found, new JsonPath(path, name, 0));
        return true;
    }

    public IEnumerable<JsonPlace> Items()
    {
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            yield return new JsonPlace(reader, item, new JsonPath(path, null, index++));
        }
    }

    public IEnumerable<(string Name, JsonPlace Place)> Members()
    {
        foreach (var member in value.EnumerateObject())
        {
            var name = member.Name;
            yield return (name, new JsonPlace(reader, member.Value, new JsonPath(path, name, 0)));
        }
    }

    /// <summary>Reports members that nobody reads: a misspelt name must not be ignored in silence.</summary>
    public bool IsObject(params ReadOnlySpan<string> allowed)
    {
        if (Kind != JsonValueKind.Object)
        {
            Fault("an object", $"write {{ }} with {string.Join(", ", allowed.ToArray())}");
            return false;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (!Names(member, allowed))
            {
                reader.Report($"{Path}.{member.Name}", $"expected one of {string.Join(", ", allowed.ToArray())}, came {member.Name}; rename or remove it");
            }
        }

        return true;
    }

    public string? RequiredText(string name, string advice)
    {
        if (!TryGet(name, out var place))
        {
            reader.Report($"{Path}.{name}", $"expected a text, came nothing; {advice}");
            return null;
        }

        return place.Text(advice);
    }

    public string? Text(string advice)
    {
        if (Kind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Fault("a text", advice);
        return null;
    }

    public IReadOnlyList<JsonPlace> List(string name, bool required, string advice)
    {
        if (!TryGet(name, out var place))
        {
            if (required)
            {
                reader.Report($"{Path}.{name}", $"expected a list, came nothing; {advice}");
            }

            return [];
        }

        if (place.Kind == JsonValueKind.Array)
        {
            return [.. place.Items()];
        }

        place.Fault("a list", advice);
        return [];
    }

    public bool Flag(string name, bool otherwise)
    {
        if (!TryGet(name, out var place))
        {
            return otherwise;
        }

        if (place.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            return place.Value.GetBoolean();
        }

        place.Fault("true or false", "write it without quotation marks");
        return otherwise;
    }

    // The bytes as they stand: a string for every name of a document would only be made to be compared.
    private static bool Names(JsonProperty member, ReadOnlySpan<string> allowed)
    {
        var written = JsonMarshal.GetRawUtf8PropertyName(member);
        foreach (var name in allowed)
        {
            if (Ascii.Equals(written, name))
            {
                return true;
            }
        }

        // A name with escapes in it is the same name.
        return written.Contains((byte)'\\') && allowed.Contains(member.Name);
    }
}
