using System.Text.Json.Nodes;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>
/// Makes a failing document smaller while it still fails: leaves out rows, then parts of conditions, then puts a part in the place of
/// its group. What is left is what a person has to look at.
/// </summary>
internal static class Shrinker
{
    public static string Shrink(string json, Func<string, bool> fails)
    {
        for (var smaller = json; ; json = smaller)
        {
            smaller = Smaller(json).FirstOrDefault(fails);
            if (smaller is null)
            {
                return json;
            }
        }
    }

    private static IEnumerable<string> Smaller(string json)
    {
        var tables = JsonNode.Parse(json)!["tables"]!.AsArray();
        for (var table = 0; table < tables.Count; table++)
        {
            var rows = tables[table]!["rows"]!.AsArray();
            for (var row = 0; row < rows.Count; row++)
            {
                yield return Changed(json, table, all => all.RemoveAt(row));
            }

            for (var row = 0; row < rows.Count; row++)
            {
                foreach (var condition in Smaller(rows[row]!["condition"]!))
                {
                    yield return Changed(json, table, all => all[row]!["condition"] = condition.DeepClone());
                }
            }
        }
    }

    private static IEnumerable<JsonNode> Smaller(JsonNode condition)
    {
        if (condition["not"] is { } negated)
        {
            yield return negated;
            foreach (var part in Smaller(negated))
            {
                yield return new JsonObject { ["not"] = part.DeepClone() };
            }
        }

        foreach (var group in new[] { "all", "any" })
        {
            if (condition[group] is not JsonArray parts)
            {
                continue;
            }

            for (var i = 0; i < parts.Count; i++)
            {
                yield return parts[i]!;
                foreach (var part in Smaller(parts[i]!))
                {
                    yield return new JsonObject { [group] = new JsonArray([.. parts.Select((other, place) => (place == i ? part : other!).DeepClone())]) };
                }

                if (parts.Count > 1)
                {
                    yield return new JsonObject { [group] = new JsonArray([.. parts.Where((_, place) => place != i).Select(other => other!.DeepClone())]) };
                }
            }
        }
    }

    private static string Changed(string json, int table, Action<JsonArray> change)
    {
        var copy = JsonNode.Parse(json)!;
        change(copy["tables"]![table]!["rows"]!.AsArray());
        return copy.ToJsonString();
    }
}
