using System.Text.Json.Nodes;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>
/// The tables of two documents as JSON, compared without their formatting: the order of members, white space and what is written
/// although it holds by default do not count, every word does.
/// </summary>
internal sealed class LockedTables(RuleSet seller, RuleSet platform)
{
    private readonly Dictionary<string, JsonObject> _seller = Read(seller);
    private readonly Dictionary<string, JsonObject> _platform = Read(platform);

    public bool SameHeading(string table) =>
        JsonNode.DeepEquals(_seller[table]["title"], _platform[table]["title"]) && JsonNode.DeepEquals(_seller[table]["description"], _platform[table]["description"]);

    public bool SameColumns(string table) =>
        JsonNode.DeepEquals(_seller[table]["columns"] ?? new JsonArray(), _platform[table]["columns"] ?? new JsonArray());

    public bool SameRow(string table, string id) => JsonNode.DeepEquals(Row(_seller[table], id), Row(_platform[table], id));

    private static JsonObject Row(JsonObject table, string id) =>
        table["rows"]!.AsArray().Select(row => row!.AsObject()).First(row => (string?)row["id"] == id);

    private static Dictionary<string, JsonObject> Read(RuleSet set)
    {
        var tables = JsonNode.Parse(set.Document.Json)!["tables"]!.AsArray().Select(table => table!.AsObject()).ToList();
        foreach (var row in tables.SelectMany(table => table["rows"]!.AsArray()).Select(row => row!.AsObject()))
        {
            if (JsonNode.DeepEquals(row["enabled"], JsonValue.Create(true)))
            {
                row.Remove("enabled");
            }

            if (JsonNode.DeepEquals(row["priority"], JsonValue.Create(0)))
            {
                row.Remove("priority");
            }

            if (row["when"] is JsonObject { Count: 0 })
            {
                row.Remove("when");
            }
        }

        return tables.ToDictionary(table => (string)table["name"]!, StringComparer.Ordinal);
    }
}
