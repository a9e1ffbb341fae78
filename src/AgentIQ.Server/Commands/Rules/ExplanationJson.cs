using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Explaining;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>An explanation as a line of output: the decision, and every row of every table with its conditions.</summary>
internal static class ExplanationJson
{
    public static JsonObject Of(Explanation explanation)
    {
        var line = JsonSerializer.SerializeToNode(DecisionJson.Of(explanation.Decision), JsonLines.Json)!.AsObject();
        var misses = explanation.Tables.SelectMany(table => table.Rows).Where(row => row.Outcome == RowOutcome.NearMiss);
        line["near_misses"] = List(misses, row => JsonValue.Create(row.Row.Id));
        line["tables"] = List(explanation.Tables, table => new JsonObject { ["name"] = table.Table.Name, ["hit_policy"] = Word(table.Table.HitPolicy), ["rows"] = List(table.Rows, Row) });
        return line;
    }

    private static JsonObject Row(ExplainedRow row) => new() { ["id"] = row.Row.Id, ["outcome"] = Word(row.Outcome), ["conditions"] = List(row.Parts, Part) };

    private static JsonObject Part(ExplainedCondition part)
    {
        if (part.Condition is not FieldCondition question)
        {
            var group = part.Condition switch { AllCondition => "all", AnyCondition => "any", _ => "not" };
            return new JsonObject { [group] = List(part.Parts, Part), ["truth"] = Word(part.Truth) };
        }

        var line = new JsonObject
        {
            [question.Reference.Source == ValueSource.Fact ? "field" : "output"] = question.Reference.Field.Name,
            ["op"] = OperatorTable.WordOf(question.Operator),
            ["value"] = JsonNode.Parse(question.Written),
            ["actual"] = part.Actual is { } actual ? JsonNode.Parse(actual) : null,
            ["truth"] = Word(part.Truth),
        };
        if (part.Matches.Count > 0)
        {
            line["found"] = List(part.Matches, match => JsonValue.Create(match.Phrase));
        }

        return line;
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> write) => [.. items.Select(write)];

    private static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
