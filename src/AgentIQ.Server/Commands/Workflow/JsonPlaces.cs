using System.Text;
using System.Text.Json;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary>Where each value of a JSON text stands.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);
    private readonly byte[] _text;

    private JsonPlaces(byte[] text) => _text = text;

    public static JsonPlaces In(string text)
    {
        var places = new JsonPlaces(Encoding.UTF8.GetBytes(text));
        try
        {
            places.Read();
        }
        catch (JsonException)
        {
            // Up to here the places are known; that it is no JSON is a finding of its own.
        }

        return places;
    }

    /// <summary>The place of a path such as <c>root.activities[2].text</c>, or of the longest part of it that exists. Null: of none.</summary>
    public (int Line, int Column)? Find(string path)
    {
        for (var part = path; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOfAny(['.', '[']))])
        {
            if (_offsets.TryGetValue(part, out var offset))
            {
                return At((int)offset);
            }
        }

        return null;
    }

    private (int Line, int Column) At(int offset)
    {
        var before = _text.AsSpan(0, offset);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_text);
        var around = new Stack<(string Path, bool IsList, int Index)>();
        var name = string.Empty;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    around.Pop();
                    break;
                default:
                    var path = PathOf(around, name);
                    _offsets.TryAdd(path, reader.TokenStartIndex);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        around.Push((path, reader.TokenType == JsonTokenType.StartArray, 0));
                    }

                    break;
            }
        }
    }

    private static string PathOf(Stack<(string Path, bool IsList, int Index)> around, string name)
    {
        if (around.Count == 0)
        {
            return string.Empty;
        }

        var inside = around.Pop();
        around.Push(inside with { Index = inside.Index + 1 });
        return inside.IsList ? $"{inside.Path}[{inside.Index}]" : inside.Path.Length == 0 ? name : $"{inside.Path}.{name}";
    }
}
