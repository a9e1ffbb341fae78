namespace AgentIQ.Rules.Reading;

/// <summary>Reads a word of a closed list.</summary>
internal static class EnumReader
{
    public static T? Read<T>(JsonPlace parent, string name, IReadOnlyDictionary<string, T> words, bool required)
        where T : struct
    {
        if (!parent.TryGet(name, out var place))
        {
            if (required)
            {
                parent.Reader.Report($"{parent.Path}.{name}", $"expected one of {string.Join(", ", words.Keys)}, came nothing; add it");
            }

            return null;
        }

        return Read(place, words);
    }

    public static T? Read<T>(JsonPlace place, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (place.Kind == System.Text.Json.JsonValueKind.String && words.TryGetValue(place.Value.GetString()!, out var value))
        {
            return value;
        }

        place.Fault($"one of {string.Join(", ", words.Keys)}", "choose one of them");
        return null;
    }
}
