using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Explaining;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tests.Compilation;

namespace AgentIQ.Rules.Tests.Explaining;

public sealed class ExplainerTests
{
    private const string Levels =
        """
        {"id": "both", "description": {"ru": "р", "en": "r"}, "condition": {"all": [{"field": "count", "op": "gte", "value": 5}, {"field": "ready", "op": "eq", "value": true}]}, "then": {"hit": true}},
        {"id": "late", "description": {"ru": "р", "en": "r"}, "condition": {"field": "count", "op": "gte", "value": 1}, "then": {"hit": true}},
        {"id": "off", "enabled": false, "description": {"ru": "р", "en": "r"}, "then": {"hit": true}},
        {"id": "last", "description": {"ru": "р", "en": "r"}, "condition": {"field": "count", "op": "gte", "value": 2}, "then": {"hit": false}},
        {"id": "never", "description": {"ru": "р", "en": "r"}, "condition": {"all": [{"field": "count", "op": "lt", "value": 1}, {"field": "ready", "op": "eq", "value": true}]}, "then": {"hit": false}}
        """;

    [Fact]
    public void Every_row_says_what_became_of_it()
    {
        var explained = Explainer.Explain(TestSets.Compile(TestSets.Document("first", Levels)), TestSets.Facts().Set("count", 7).Set("ready", false));
        explained.Tables.Single().Rows.Select(row => (row.Row.Id, row.Outcome)).ShouldBe(
        [
            ("both", RowOutcome.NearMiss), ("late", RowOutcome.Decided), ("off", RowOutcome.SwitchedOff), ("last", RowOutcome.Overruled), ("never", RowOutcome.NotMatched),
        ]);
    }

    [Fact]
    public void Every_condition_has_its_actual_value()
    {
        var explained = Explainer.Explain(TestSets.Compile(TestSets.Document("first", Levels)), TestSets.Facts().Set("count", 7));
        explained.Tables.Single().Rows[0].Parts.Select(part => (part.Truth, part.Actual)).ShouldBe([(Truth.True, "7"), (Truth.Unknown, null)]);
    }

    [Fact]
    public void Groups_are_explained_to_their_leaves_and_places_are_quoted()
    {
        var set = TestSets.OfConditions("""{"any": [{"not": {"field": "text", "op": "contains", "value": "суд"}}, {"field": "text", "op": "matches", "value": "\\d+"}]}""");
        var part = Explainer.Explain(set, TestSets.Facts().Set("text", "Пойду в суд, дом 12")).Tables.Single().Rows.Single().Parts.Single();
        (part.Truth, part.Parts.Count).ShouldBe((Truth.True, 2));
        (part.Parts[0].Truth, part.Parts[0].Parts.Single().Truth, part.Parts[0].Parts.Single().Matches.Single().Phrase).ShouldBe((Truth.False, Truth.True, "суд"));
        part.Parts[1].Matches.Single().Phrase.ShouldBe("12");
    }

    [Fact]
    public void A_later_table_is_explained_with_what_the_earlier_one_put_out()
    {
        var set = TestSets.Compile(
            """
            {
              "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
              "outputs": [{"name": "level", "type": "enum", "values": ["low", "high"]}, {"name": "hit", "type": "bool"}],
              "defaults": {"level": "low"},
              "tables": [
                {"name": "one", "rows": [{"id": "a", "description": {"ru": "р", "en": "r"}, "condition": {"field": "count", "op": "gt", "value": 1}, "then": {"level": "high"}}]},
                {"name": "two", "columns": [{"output": "level", "op": "eq"}], "rows": [{"id": "b", "description": {"ru": "р", "en": "r"}, "when": {"level": "high"}, "then": {"hit": true}}]}
              ]
            }
            """);
        var second = Explainer.Explain(set, TestSets.Facts().Set("count", 2)).Tables[1].Rows.Single();
        (second.Outcome, second.Parts.Single().Actual).ShouldBe((RowOutcome.Decided, "\"high\""));
        Explainer.Explain(set, TestSets.Facts().Set("count", 1)).Tables[1].Rows.Single().Parts.Single().Actual.ShouldBe("\"low\"");
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rows_that_hold_are_those_that_a_collecting_set_takes(int seed)
    {
        var random = new RandomSet(seed);
        var set = TestSets.Compile(random.Document("collect", rows: 20));
        for (var round = 0; round < 20; round++)
        {
            var facts = random.Facts();
            var explained = Explainer.Explain(set, facts);
            explained.Tables.Single().Rows.Where(row => row.Parts.All(part => part.Truth == Truth.True)).Select(row => row.Row.Id)
                .ShouldBe(explained.Decision.Rows.Select(row => row.Id));
        }
    }

    [Fact]
    public void Facts_of_another_catalogue_are_refused() =>
        Should.Throw<ArgumentException>(() => Explainer.Explain(TestSets.OfConditions("""{"field": "count", "op": "eq", "value": 1}"""), new FactValues(new FactCatalogue([]))));
}
