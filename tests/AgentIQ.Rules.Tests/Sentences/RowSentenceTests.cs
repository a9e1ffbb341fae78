using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tests.Compilation;

namespace AgentIQ.Rules.Tests.Sentences;

/// <summary>Whole rows as sentences.</summary>
public sealed class RowSentenceTests
{
    private const string Always = """{"id": "last", "description": {"ru": "р", "en": "r"}, "then": {"priority": "normal"}}""";

    public static TheoryData<string, string, string, string> Rows => new()
    {
        {
            """{"all": [{"field": "channel", "op": "eq", "value": "review"}, {"field": "rating", "op": "in", "value": [1, 2]}]}""",
            """{"priority": "urgent", "first_response_minutes": 30}""",
            "Если канал — отзыв и оценка 1–2, то приоритет — срочный, срок первого ответа — 30 мин.",
            "If the channel is review and the rating is 1–2, then the priority is urgent, the first response is 30 min."
        },
        {
            """{"field": "intent", "op": "in", "value": ["a", "b"]}""",
            """{"found": ["promise", "blame"], "escalate": true}""",
            "Если намерение — возврат или обмен, то найдено — обещание и blame, эскалация — да.",
            "If the intent is return or exchange, then the finding is promise and blame, the escalation is yes."
        },
        {
            """{"field": "waiting_minutes", "op": "gte", "value": 4320}""",
            """{"message": {"ru": "Покупатель ждёт больше трёх дней", "en": "The customer has waited for more than three days"}, "found": [], "first_response_minutes": 1440}""",
            "Если ожидание не меньше 3 дней, то сообщение — «Покупатель ждёт больше трёх дней», найдено — нет, срок первого ответа — 1 день.",
            "If the waiting time is at least 3 days, then the message is “The customer has waited for more than three days”, the finding is none, the first response is 1 day."
        },
        {
            """{"field": "repeated", "op": "eq", "value": false}""",
            "{}",
            "Если повтор — нет, то ничего не решается.",
            "If the repetition is no, then nothing is decided."
        },
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_one_sentence(string condition, string then, string ru, string en)
    {
        var said = TitledSets.Sentence(TitledSets.Set(TestSets.Row("r", condition, then)), 0);
        said.Ru.ShouldBe(ru);
        said.En.ShouldBe(en);
    }

    [Theory]
    [InlineData("first", "Во всех остальных случаях приоритет — обычный.", "In all other cases the priority is normal.")]
    [InlineData("collect", "Всегда: приоритет — обычный.", "Always: the priority is normal.")]
    public void A_row_without_conditions_is_for_the_rest_or_for_all(string hitPolicy, string ru, string en)
    {
        var set = TitledSets.Set(TestSets.Row("r", """{"field": "rating", "op": "eq", "value": 5}""", "{}") + "," + Always, hitPolicy);
        TitledSets.Sentence(set, 1).ShouldBe(new(ru, en));
    }

    [Fact]
    public void The_first_row_of_all_is_for_every_case() =>
        TitledSets.Sentence(TitledSets.Set(Always + "," + TestSets.Row("r", """{"field": "rating", "op": "eq", "value": 5}""", "{}")), 0).Ru.ShouldBe("Всегда: приоритет — обычный.");

    [Fact]
    public void Cells_and_a_free_condition_are_one_sentence()
    {
        var document = $$$"""
            {"name": "t", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first", "outputs": [{{{TitledSets.Outputs}}}],
             "tables": [{"name": "only", "columns": [{"field": "channel", "op": "eq"}, {"field": "rating", "op": "in"}], "rows": [
              {"id": "r", "description": {"ru": "р", "en": "r"}, "when": {"rating": {"op": "gte", "value": 4}, "channel": "chat"},
               "condition": {"field": "repeated", "op": "eq", "value": true}, "then": {"priority": "low"}}]}]}
            """;
        var set = RuleSetReader.Read(RuleSetDocument.Parse(document, "t.json"), TitledSets.Catalogue);
        TitledSets.Sentence(set, 0).Ru.ShouldBe("Если оценка не меньше 4, канал — чат и повтор — да, то приоритет — низкий.");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_row_of_every_document_has_a_sentence(int seed)
    {
        var set = TestSets.Compile(new RandomSet(seed).Document("first", rows: 20)).Source;
        foreach (var row in set.Tables[0].Rows)
        {
            var said = RuleSentences.Of(set, set.Tables[0], row);
            said.Ru.ShouldStartWith("Если ");
            said.Ru.ShouldEndWith(".");
            said.En.ShouldStartWith("If ");
            foreach (var part in row.When.Parts)
            {
                RuleSentences.Of(part).Ru.ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Rows_that_are_said_alike_mean_the_same(int seed)
    {
        // Of many random rows those with one sentence must decide alike: what a sentence cannot tell apart, a reader cannot either.
        var random = new RandomSet(seed);
        var set = TestSets.Compile(random.Document("collect", rows: 300)).Source;
        var alike = set.Tables[0].Rows.GroupBy(row => RuleSentences.Of(row.When).Ru, StringComparer.Ordinal).Where(rows => rows.Count() > 1).ToList();
        alike.ShouldNotBeEmpty();
        for (var round = 0; round < 30; round++)
        {
            var matching = NaiveEvaluator.MatchingRows(set.Tables[0], random.Facts()).ToHashSet(StringComparer.Ordinal);
            foreach (var rows in alike)
            {
                rows.Select(row => matching.Contains(row.Id)).Distinct().Count().ShouldBe(1, rows.Key);
            }
        }
    }
}
