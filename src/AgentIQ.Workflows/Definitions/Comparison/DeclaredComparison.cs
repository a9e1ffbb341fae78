using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>Compares lists of what a definition declares, part by part; their order has no meaning.</summary>
internal static class DeclaredComparison
{
    /// <param name="subject">What they are.</param>
    /// <param name="before">The earlier list.</param>
    /// <param name="after">The later list.</param>
    /// <param name="keyOf">What two that belong together share.</param>
    /// <param name="aspects">The properties that count.</param>
    public static IEnumerable<DefinitionChange> Compare(
        ChangeSubject subject, IEnumerable<JsonElement> before, IEnumerable<JsonElement> after, Func<JsonElement, string?> keyOf, params string[] aspects)
    {
        var (was, now) = (ByKey(before, keyOf), ByKey(after, keyOf));
        foreach (var key in was.Keys.Union(now.Keys, StringComparer.Ordinal).OrderBy(k => NameOf(now.TryGetValue(k, out var later) ? later : was[k]), StringComparer.Ordinal))
        {
            if (!was.TryGetValue(key, out var first))
            {
                yield return new DefinitionChange(ChangeKind.Added, subject) { Name = NameOf(now[key]), After = TypeOf(now[key]) };
            }
            else if (!now.TryGetValue(key, out var second))
            {
                yield return new DefinitionChange(ChangeKind.Removed, subject) { Name = NameOf(first), Before = TypeOf(first) };
            }
            else
            {
                foreach (var aspect in aspects)
                {
                    if (Changes.Value(subject, NameOf(second), Read(first, aspect), Read(second, aspect)) is { } change)
                    {
                        yield return change with { Aspect = aspect };
                    }
                }
            }
        }
    }

    private static Dictionary<string, JsonElement> ByKey(IEnumerable<JsonElement> items, Func<JsonElement, string?> keyOf) =>
        items.Where(i => keyOf(i) is not null).DistinctBy(i => keyOf(i)).ToDictionary(i => keyOf(i)!, StringComparer.Ordinal);

    private static string NameOf(JsonElement item) => item.Text("name") ?? item.Text("id") ?? string.Empty;

    private static ComparedValue? TypeOf(JsonElement item) =>
        (item.Text("typeName") ?? item.Text("type")) is { } type ? new ComparedValue(ValueForm.Literal, item.Flag("isArray") ? $"{type}[]" : type) : null;

    private static ReadValue? Read(JsonElement item, string aspect)
    {
        var said = CanonicalJson.OfSetting(item.Get(aspect));
        return Changes.Literal(aspect.StartsWith("storageDriver", StringComparison.Ordinal) ? SettingComparison.ClassOf(said) : said);
    }
}
