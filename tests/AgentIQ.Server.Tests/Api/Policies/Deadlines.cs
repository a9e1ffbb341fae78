using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>A seller's own set <c>sla</c>, small enough to read: one row for bad reviews, the platform's defaults for everything else.</summary>
internal static class Deadlines
{
    public const string Set = "/api/policies/sla";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Shipped = File.ReadAllText(Repository.File("rules/sla.json"));

    /// <param name="minutes">Until when a bad review is answered.</param>
    /// <param name="expected">What the example says of it; the same when nothing is given.</param>
    public static string Of(int minutes, int? expected = null) => Edit(Shipped, set =>
    {
        set["title"] = JsonNode.Parse("""{"ru": "Сроки", "en": "Deadlines"}""");
        set["hitPolicy"] = "first";
        set["outputs"]![0]!["title"] = JsonNode.Parse("""{"ru": "первый ответ", "en": "first reply"}""");
        set["outputs"]![0]!["unit"] = JsonNode.Parse("""{"ru": "мин", "en": "min"}""");
        set["tables"] = JsonNode.Parse(
            $$$"""
            [
              {
                "name": "deadlines",
                "title": {"ru": "Сроки по обращениям", "en": "Deadlines by interaction"},
                "columns": [{"field": "channel", "op": "eq"}, {"field": "rating", "op": "lte"}],
                "rows": [
                  {
                    "id": "bad-review",
                    "description": {"ru": "Плохой отзыв", "en": "A bad review"},
                    "when": {"channel": "review", "rating": 2},
                    "then": {"first_response_minutes": {{{minutes}}}, "escalate_minutes": 5, "hard_deadline_minutes": 60}
                  }
                ]
              }
            ]
            """);
        set["examples"] = JsonNode.Parse(
            $$$"""
            [{"name": "Одна звезда", "facts": {"channel": "review", "rating": 1}, "outputs": {"first_response_minutes": {{{expected ?? minutes}}} }, "rows": ["bad-review"]}]
            """);
    });

    /// <summary>A text with one row answering sooner, and without examples that would say otherwise.</summary>
    public static string WithRow(string document, string row, int minutes) => Edit(document, set =>
    {
        var found = set["tables"]!.AsArray().SelectMany(table => table!["rows"]!.AsArray()).Single(candidate => candidate!["id"]!.GetValue<string>() == row)!;
        found["then"]!["first_response_minutes"] = minutes;
        set["examples"] = new JsonArray();
    });

    /// <summary>A text with something else in it.</summary>
    public static string Edit(string document, Action<JsonNode> change)
    {
        var set = JsonNode.Parse(document)!;
        change(set);
        return set.ToJsonString(Readable);
    }
}
