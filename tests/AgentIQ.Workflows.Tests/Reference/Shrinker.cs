using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>Takes away from a failing comparison whatever it fails without.</summary>
internal static class Shrinker
{
    public static async Task<Comparison> ShrinkAsync(Comparison failing)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(failing))
            {
                if (await smaller.DifferenceAsync() is not null)
                {
                    failing = smaller;
                    isSmaller = true;
                    break;
                }
            }
        }

        return failing;
    }

    private static IEnumerable<Comparison> Smaller(Comparison failing)
    {
        if (failing.StepsPerBurst < 10_000)
        {
            yield return failing with { StepsPerBurst = 10_000 };
        }

        foreach (var embedded in Embedded(failing.Definition["root"]!.AsObject()).ToList())
        {
            var copy = failing.Definition.DeepClone().AsObject();
            copy["root"] = embedded.DeepClone();
            yield return failing with { Definition = copy };
        }

        for (var edit = 0; ; edit++)
        {
            var copy = failing.Definition.DeepClone().AsObject();
            if (!Edit(copy["root"]!.AsObject(), edit))
            {
                yield break;
            }

            yield return failing with { Definition = copy };
        }
    }

    /// <summary>Makes the n-th possible edit. False when there are not so many.</summary>
    private static bool Edit(JsonObject root, int edit)
    {
        foreach (var activity in Embedded(root).Prepend(root).ToList())
        {
            foreach (var name in new[] { "connections", "activities", "branches", "cases" })
            {
                var list = activity[name] as JsonArray ?? [];
                if (edit < list.Count)
                {
                    list.RemoveAt(edit);
                    return true;
                }

                edit -= list.Count;
            }

            foreach (var port in new[] { "then", "else", "body", "default" }.Where(p => activity[p] is JsonObject))
            {
                if (edit-- == 0)
                {
                    activity.Remove(port);
                    return true;
                }
            }

            if (activity["customProperties"] is not null && edit-- == 0)
            {
                activity.Remove("customProperties");
                return true;
            }

            if (activity != root && activity["type"]!.GetValue<string>() != "Elsa.WriteLine" && edit-- == 0)
            {
                Replace(activity, Define.Line(activity["id"]!.GetValue<string>()));
                return true;
            }
        }

        return false;
    }

    private static void Replace(JsonObject activity, JsonObject other)
    {
        activity.Clear();
        foreach (var (name, value) in other)
        {
            activity[name] = value?.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> Embedded(JsonObject activity)
    {
        foreach (var child in Direct(activity))
        {
            yield return child;
            foreach (var deeper in Embedded(child))
            {
                yield return deeper;
            }
        }
    }

    private static IEnumerable<JsonObject> Direct(JsonObject activity) =>
    [
        .. new[] { "activities", "branches" }.SelectMany(n => activity[n] as JsonArray ?? []).OfType<JsonObject>(),
        .. (activity["cases"] as JsonArray ?? []).Select(c => c!["activity"]).OfType<JsonObject>(),
        .. new[] { "then", "else", "body", "default" }.Select(p => activity[p]).OfType<JsonObject>(),
    ];
}
