using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Tests.Decisions;

public sealed class DecisionTests
{
    private const string Phrases = """{"any": [{"field": "text", "op": "containsAny", "value": ["бот", "нейросеть"]}, {"field": "text", "op": "matches", "value": "\\d{3}-\\d\\d"}]}""";

    [Fact]
    public void A_row_quotes_the_places_that_made_it_apply()
    {
        const string text = "Вам ответила нейросетью, то есть ботом: 123-45";
        var row = Evaluate(Phrases, text).Rows.Single();
        row.Matches.Select(match => match.Phrase).ShouldBe(["нейросетью", "ботом", "123-45"]);
        row.Matches.ShouldAllBe(match => match.Field == "text" && text.Substring(match.Start, match.Length) == match.Phrase);
    }

    [Fact]
    public void What_was_not_found_is_not_quoted() =>
        Evaluate("""{"all": [{"not": {"field": "text", "op": "contains", "value": "суд"}}, {"field": "text", "op": "contains", "value": "бот"}]}""", "работа бота").Rows.Single()
            .Matches.Select(match => match.Phrase).ShouldBe(["бота"]);

    [Fact]
    public void It_names_set_version_hash_and_facts()
    {
        var set = TestSets.OfConditions("""{"field": "count", "op": "gte", "value": 5}""", """{"field": "colour", "op": "eq", "value": "red"}""");
        var decision = set.Evaluate(TestSets.Facts().Set("count", 7).Set("ready", true));
        (decision.Set, decision.Version.ToString(), decision.Hash).ShouldBe(("test", "file", set.Source.Document.Hash));
        RecordedFacts.Of(decision.Facts).Json.ShouldBe("""{"count":7,"ready":true}""");
        decision.Unknown.ShouldBe(["colour"]);
        decision.Rows.Single().Description.In("en-GB").ShouldBe("r");
    }

    [Fact]
    public void Words_of_a_person_are_not_in_the_facts_only_their_hash()
    {
        var recorded = RecordedFacts.Of(Evaluate(Phrases, "Бот? Меня зовут Анна").Facts);
        recorded.Json.ShouldNotContain("Анна");
        recorded.Json.ShouldContain("\"length\":20");
        var (hash, text) = recorded.Texts.Single();
        text.ShouldBe("Бот? Меня зовут Анна");
        recorded.Json.ShouldContain(hash);
    }

    [Fact]
    public void The_facts_of_a_decision_do_not_change_with_the_callers()
    {
        var facts = TestSets.Facts().Set("count", 7);
        var decision = TestSets.OfConditions("""{"field": "count", "op": "gte", "value": 5}""").Evaluate(facts);
        facts.Set("count", 1);
        RecordedFacts.Of(decision.Facts).Json.ShouldBe("""{"count":7}""");
    }

    private static Decision Evaluate(string condition, string text) => TestSets.OfConditions(condition).Evaluate(TestSets.Facts().Set("text", text));
}
