using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Comparison;

/// <summary>Which examples are new, gone or different: counted and named, because a set has a hundred of them.</summary>
internal static class ExampleChanges
{
    public static void Find(RuleSet before, RuleSet after, ChangeList changes)
    {
        var was = ByName(before);
        var now = ByName(after);
        Tell(changes, ChangeKind.Added, "добавлено", "added", [.. now.Keys.Where(name => !was.ContainsKey(name))]);
        Tell(changes, ChangeKind.Removed, "убрано", "removed", [.. was.Keys.Where(name => !now.ContainsKey(name))]);
        Tell(changes, ChangeKind.Changed, "изменено", "different", [.. now.Where(example => was.TryGetValue(example.Key, out var known) && known != example.Value).Select(example => example.Key)]);
    }

    private static void Tell(ChangeList changes, ChangeKind kind, string ru, string en, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        var list = Language.Both(language => Shortened.Of([.. names.Select(language.Quote)]).Listed(language));
        changes.Add(default, kind, new LocalizedText($"Примеры: {ru} {names.Count}: {list.Ru}", $"Examples: {en} {names.Count}: {list.En}"),
            kind == ChangeKind.Removed ? list : null, kind == ChangeKind.Added ? list : null);
    }

    // Several examples may have one name; they are compared together.
    private static Dictionary<string, string> ByName(RuleSet set) => set.Examples.GroupBy(example => example.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => string.Join('\n', same.Select(example => Content(set, example)).Order(StringComparer.Ordinal)), StringComparer.Ordinal);

    private static string Content(RuleSet set, RuleSetExample example)
    {
        var outputs = example.Outputs.Select(value => $"{set.Outputs[value.Slot].Field.Name}={ValueWords.Json(set.Outputs[value.Slot].Field, value)}").Order(StringComparer.Ordinal);
        var rows = example.Rows is { } ids ? string.Join(' ', ids) : "any";
        return string.Create(CultureInfo.InvariantCulture, $"{example.Facts.Now:O} {Facts(example.Facts)} {string.Join(' ', outputs)} {rows}");
    }

    private static string Facts(FactValues facts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, FactValuesWriter.Options))
        {
            FactValuesWriter.Write(writer, facts, Enumerable.Range(0, facts.Catalogue.Fields.Count));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
