using System.Text.Json.Nodes;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Explaining;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Commands.Rules;

namespace AgentIQ.Server.Tests.Commands;

/// <summary>The form of <c>rules eval --explain</c>.</summary>
public sealed class RulesExplanationTests
{
    [Fact]
    public void Every_row_shows_its_conditions_and_near_misses_are_named()
    {
        var set = RuleSetCompiler.Compile(RuleSetDocument.Parse(RuleFiles.Set(), "set.json"), RuleFile.Catalogue());
        var table = set.Source.Tables[0];
        var (channel, rating) = ((FieldCondition)table.Rows[0].When.Parts[0], (FieldCondition)table.Rows[0].When.Parts[1]);
        var group = new NotCondition(new AnyCondition([channel]));
        ExplainedCondition[] parts =
        [
            new(channel, Truth.True, "\"review\"", [new TextEvidence("customer_text", "отзыв", 3, 5)], []),
            new(rating, Truth.Unknown, null, [], []),
            new(group, Truth.False, null, [], [new ExplainedCondition(channel, Truth.True, "\"review\"", [], [])]),
        ];
        var explanation = new Explanation(
            set,
            set.Evaluate(FactLine.Read("""{"channel":"review"}""", set.Source.Facts)),
            [new ExplainedTable(table, [new ExplainedRow(table.Rows[0], RowOutcome.NearMiss, parts), new ExplainedRow(table.Rows[1], RowOutcome.NotMatched, [])])]);

        var line = ExplanationJson.Of(explanation);

        JsonNode.DeepEquals(line, JsonNode.Parse(
            """
            {
              "outputs": {"urgency": "normal"}, "rows": [], "unknown": ["rating"], "fault": null,
              "near_misses": ["bad-review"],
              "tables": [{
                "name": "cases", "hit_policy": "first",
                "rows": [
                  {"id": "bad-review", "outcome": "near_miss", "conditions": [
                    {"field": "channel", "op": "eq", "value": "review", "actual": "review", "truth": "true", "found": ["отзыв"]},
                    {"field": "rating", "op": "in", "value": [1, 2], "actual": null, "truth": "unknown"},
                    {"not": [{"field": "channel", "op": "eq", "value": "review", "actual": "review", "truth": "true"}], "truth": "false"}
                  ]},
                  {"id": "question", "outcome": "not_matched", "conditions": []}
                ]
              }]
            }
            """)).ShouldBeTrue(line.ToJsonString());
    }
}
