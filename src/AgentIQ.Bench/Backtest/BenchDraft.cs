using System.Text.Json.Nodes;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Bench.Backtest;

/// <summary>A shipped set with one change, as a manager would make it.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Change">The change, to the document.</param>
internal sealed record BenchDraft(string Set, Action<JsonNode> Change)
{
    public static IReadOnlyList<BenchDraft> All { get; } =
    [
        new("priority", document => Row(document, "negative-review")["then"]!["priority"] = "high"),
        new("sla", document => Row(document, "negative-review")["then"]!["first_response_minutes"] = 20),
        new("guardrails", document => document["tables"]!.AsArray().First(table => table!["locked"] is null)!["rows"]![0]!["enabled"] = false),
    ];

    public RuleSetDocument Of(RuleSet shipped)
    {
        var document = JsonNode.Parse(shipped.Document.Json)!;
        Change(document);
        return RuleSetDocument.Parse(document.ToJsonString(), $"{Set}, draft");
    }

    private static JsonNode Row(JsonNode document, string id) =>
        document["tables"]!.AsArray().SelectMany(table => table!["rows"]!.AsArray()).Single(row => row!["id"]!.GetValue<string>() == id)!;
}
