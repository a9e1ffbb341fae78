using System.Text.Json.Nodes;

namespace AgentIQ.Rules.Tests.Comparison;

/// <summary>Edits of a set that a person may make. Each leaves a set that can be read and is different.</summary>
internal static class Mutations
{
    public static IReadOnlyList<(string Name, Action<JsonObject, Random> Edit)> All { get; } =
    [
        ("output value", (set, random) => Row(set, random)["then"]!["level"] = 77),
        ("output gone", (set, random) => Row(set, random)["then"]!.AsObject().Remove("marks")),
        ("rank", (set, random) => Row(set, random)["priority"] = 9),
        ("switched off", (set, random) => Row(set, random)["enabled"] = false),
        ("description", (set, random) => Row(set, random)["description"]!["en"] = "another"),
        ("note", (set, random) => Row(set, random)["note"] = "from somewhere"),
        ("id", (set, random) => Row(set, random)["id"] = "renamed"),
        ("removed row", (set, random) => Rows(set).RemoveAt(random.Next(Rows(set).Count))),
        ("added row", (set, random) => Rows(set).Insert(random.Next(Rows(set).Count), JsonNode.Parse("""{"id": "new", "description": {"ru": "н", "en": "n"}, "then": {}}"""))),
        ("moved row", Move),
        ("more conditions", (set, random) => Row(set, random)["condition"]!["all"]!.AsArray().Add(JsonNode.Parse("""{"field": "count", "op": "eq", "value": 42}"""))),
        ("other condition", (set, random) => Row(set, random)["condition"] = JsonNode.Parse("""{"not": {"field": "count", "op": "between", "value": [41, 42]}}""")),
        ("no condition", (set, random) => Row(set, random).Remove("condition")),
        ("cell", (set, random) =>
        {
            set["tables"]![0]!["columns"] = JsonNode.Parse("""[{"field": "count", "op": "lte"}]""");
            Row(set, random)["when"] = JsonNode.Parse("""{"count": 43}""");
        }),
        ("column", (set, _) => set["tables"]![0]!["columns"] = JsonNode.Parse("""[{"field": "count", "op": "lte"}]""")),
        ("hit policy", (set, _) => set["hitPolicy"] = "first"),
        ("hit policy of the table", (set, _) => set["tables"]![0]!["hitPolicy"] = "any"),
        ("table title", (set, _) => set["tables"]![0]!["title"] = JsonNode.Parse("""{"ru": "Т", "en": "T"}""")),
        ("locked", (set, _) => set["tables"]![0]!["locked"] = true),
        ("second table", (set, _) => set["tables"]!.AsArray().Add(JsonNode.Parse("""{"name": "second", "rows": []}"""))),
        ("table name", (set, _) => set["tables"]![0]!["name"] = "renamed"),
        ("default", (set, _) => set["defaults"] = JsonNode.Parse("""{"level": 1}""")),
        ("on fault", (set, _) => set["onFault"] = JsonNode.Parse("""{"level": 1}""")),
        ("merge", (set, _) => set["outputs"]![0]!["merge"] = "min"),
        ("order of values", (set, _) => set["outputs"]![1]!["values"] = JsonNode.Parse("""["z", "y", "x"]""")),
        ("range", (set, _) => set["outputs"]![0]!["max"] = 100),
        ("output title", (set, _) => set["outputs"]![0]!["title"] = JsonNode.Parse("""{"ru": "У", "en": "L"}""")),
        ("new output", (set, _) => set["outputs"]!.AsArray().Add(JsonNode.Parse("""{"name": "more", "type": "bool"}"""))),
        ("order of outputs", (set, _) =>
        {
            var first = set["outputs"]![0]!;
            set["outputs"]!.AsArray().RemoveAt(0);
            set["outputs"]!.AsArray().Add(first);
        }),
        ("title", (set, _) => set["title"]!["ru"] = "Другое"),
        ("description of the set", (set, _) => set["description"]!["en"] = "another"),
        ("example", (set, _) => set["examples"] = JsonNode.Parse("""[{"name": "e"}]""")),
    ];

    private static JsonArray Rows(JsonObject set) => set["tables"]![0]!["rows"]!.AsArray();

    private static JsonObject Row(JsonObject set, Random random) => Rows(set)[random.Next(Rows(set).Count)]!.AsObject();

    private static void Move(JsonObject set, Random random)
    {
        var rows = Rows(set);
        var from = random.Next(rows.Count);
        var row = rows[from]!;
        rows.RemoveAt(from);
        rows.Insert((from + 1 + random.Next(rows.Count)) % (rows.Count + 1), row);
    }
}
