using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>
/// Finds what a broken page lost. The designer removes an activity's connections with it, so a connection that names an activity which was
/// stored and is gone shows that the page did not have the graph that it was given.
/// </summary>
internal static class LostActivities
{
    /// <exception cref="ActivitiesLostException">There are connections of activities that are gone.</exception>
    /// <param name="definition">What is to be stored.</param>
    /// <param name="stored">The text that it takes the place of; null: none.</param>
    public static void Refuse(JsonElement definition, string? stored)
    {
        var present = new Dictionary<string, string>(StringComparer.Ordinal);
        var connected = new HashSet<string>(StringComparer.Ordinal);
        if (definition.Get("root") is not { } root)
        {
            return;
        }

        Collect(root, present, connected);
        var missing = connected.Where(id => !present.ContainsKey(id)).ToList();
        var lost = stored is null || missing.Count == 0 ? [] : NamesIn(stored, missing);
        if (lost.Count > 0 || (root.List("connections").Any() && !root.List("activities").Any()))
        {
            throw new ActivitiesLostException(lost);
        }
    }

    private static List<string> NamesIn(string stored, List<string> ids)
    {
        using var document = JsonDocument.Parse(stored);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (document.RootElement.Get("root") is { } root)
        {
            Collect(root, names, []);
        }

        return [.. ids.Where(names.ContainsKey).Select(id => names[id])];
    }

    private static void Collect(JsonElement at, Dictionary<string, string> activities, HashSet<string> connected)
    {
        if (at.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in at.EnumerateArray())
            {
                Collect(item, activities, connected);
            }
        }
        else if (at.ValueKind == JsonValueKind.Object)
        {
            if (at.IsActivity())
            {
                activities[at.Text("id")!] = at.Get("metadata")?.Text("displayText") ?? at.Text("name") ?? at.Text("id")!;
                connected.UnionWith(at.List("connections").SelectMany(c => (string?[])[c.Get("source")?.Text("activity"), c.Get("target")?.Text("activity")]).OfType<string>());
            }

            foreach (var property in at.EnumerateObject())
            {
                Collect(property.Value, activities, connected);
            }
        }
    }
}
