using System.Globalization;
using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>What is different about one activity.</summary>
internal static class ActivityComparison
{
    /// <summary>Compared in their own ways, or of no meaning to an author.</summary>
    private static readonly HashSet<string> NoValues = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "connections", "variables",
        "workflowDefinitionVersionId", "latestAvailablePublishedVersion", "latestAvailablePublishedVersionId", // what version says
    };

    /// <param name="before">The earlier definition.</param>
    /// <param name="after">The later one.</param>
    /// <param name="key">The activity.</param>
    /// <param name="moved">Gets the activity when it only moved.</param>
    public static List<DefinitionChange> Compare(Outline before, Outline after, string key, List<ActivityReference> moved)
    {
        var (was, now) = (before.ByKey.GetValueOrDefault(key), after.ByKey.GetValueOrDefault(key));
        if (was is null || now is null)
        {
            return was is null ? Whole(ChangeKind.Added, now!, before) : Whole(ChangeKind.Removed, was, after);
        }

        var changes = Differences(before, was, after, now).Select(c => c with { Activity = now.Reference }).ToList();
        if (changes.Count == 0 && was.Position is { } from && now.Position is { } to && from != to)
        {
            moved.Add(now.Reference);
        }

        return changes;
    }

    /// <summary>One that came or went; with a container around it that did too, it has no line of its own.</summary>
    private static List<DefinitionChange> Whole(ChangeKind kind, OutlineActivity activity, Outline other) =>
        activity.Parent is { } parent && !other.ByKey.ContainsKey(parent.Key)
            ? []
            : [new DefinitionChange(kind, ChangeSubject.Activity) { Activity = activity.Reference, Inside = activity.Inside.Count(a => !other.ByKey.ContainsKey(a.Key)) }];

    private static IEnumerable<DefinitionChange> Differences(Outline before, OutlineActivity was, Outline after, OutlineActivity now) =>
    [
        .. Texts(was, now),
        .. Kind(was, now),
        .. Place(was, now),
        .. Values(before, was, after, now),
        .. SettingComparison.Compare(was.Json.Get("customProperties"), now.Json.Get("customProperties")),
        .. VariableComparison.Compare(was.Json, now.Json),
        .. Order(was, now),
    ];

    private static IEnumerable<DefinitionChange> Texts(OutlineActivity was, OutlineActivity now) =>
    [
        .. Changes.Text("displayText", was.Reference.DisplayText, now.Reference.DisplayText),
        .. Changes.Text("description", was.Json.Get("metadata")?.Text("description"), now.Json.Get("metadata")?.Text("description")),
        .. Changes.Text("name", was.Reference.Name, now.Reference.Name),
    ];

    private static IEnumerable<DefinitionChange> Kind(OutlineActivity was, OutlineActivity now) =>
    [
        .. Changes.Setting("type", was.Reference.Type, now.Reference.Type),
        .. Changes.Setting("version", Version(was), Version(now)),
    ];

    private static IEnumerable<DefinitionChange> Place(OutlineActivity was, OutlineActivity now) =>
        was.Parent is null || now.Parent is null || (was.Parent.Key == now.Parent.Key && was.Place == now.Place)
            ? []
            : Changes.Setting("place", PlaceOf(was), PlaceOf(now));

    private static IEnumerable<DefinitionChange> Values(Outline before, OutlineActivity was, Outline after, OutlineActivity now)
    {
        var (readBefore, readAfter) = (new ValueReader(before.Variables), new ValueReader(after.Variables));
        foreach (var name in was.Json.EnumerateObject().Concat(now.Json.EnumerateObject()).Select(p => p.Name).Distinct().Where(n => !NoValues.Contains(n)).Order(StringComparer.Ordinal))
        {
            var (first, second) = (was.Json.Get(name) ?? default, now.Json.Get(name) ?? default);
            if (HoldsActivities(first) || HoldsActivities(second))
            {
                continue;
            }

            var subject = ValueReader.IsOutput(first) || ValueReader.IsOutput(second) ? ChangeSubject.Output : ChangeSubject.Input;
            if (Changes.Value(subject, name, readBefore.Read(first), readAfter.Read(second)) is { } change)
            {
                yield return change;
            }
        }
    }

    /// <summary>A port or a list of activities: they are compared themselves.</summary>
    private static bool HoldsActivities(JsonElement value) =>
        value.IsActivity() || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.IsActivity()));

    private static IEnumerable<DefinitionChange> Order(OutlineActivity was, OutlineActivity now)
    {
        if (!was.RunsInOrder || !now.RunsInOrder)
        {
            return [];
        }

        var first = was.Children.Where(c => now.Children.Exists(o => o.Key == c.Key)).ToList();
        var second = now.Children.Where(c => was.Children.Exists(o => o.Key == c.Key)).ToList();
        return first.Select(c => c.Key).SequenceEqual(second.Select(c => c.Key)) ? [] : Changes.Setting("order", Names(first), Names(second));
    }

    private static string Names(IEnumerable<OutlineActivity> activities) => string.Join(", ", activities.Select(a => NameOf(a.Reference)));

    private static string PlaceOf(OutlineActivity activity) => activity.Place == "activities" ? NameOf(activity.Parent!.Reference) : $"{NameOf(activity.Parent!.Reference)}: {activity.Place}";

    private static string NameOf(ActivityReference activity) => activity.DisplayText ?? activity.Name ?? activity.Id;

    private static string Version(OutlineActivity activity) => (activity.Json.Number("version") ?? 1).ToString(CultureInfo.InvariantCulture);
}
