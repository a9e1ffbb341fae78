using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Tests.Reading;

/// <summary>A broken document is refused with the place, what was expected, what came and what to do.</summary>
public sealed class FaultTests
{
    private const string Table =
        """
        {
          "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
          "outputs": [{"name": "level", "type": "enum", "values": ["low", "high"]}],
          "tables": [{"name": "only", "columns": [{"field": "count", "op": "lte"}, {"field": "colour", "op": "in"}],
            "rows": [{"id": "r", "description": {"ru": "р", "en": "r"}, "when": {"count": 5, "colour": ["red"]}, "then": {"level": "high"}}]}]
        }
        """;

    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "\"count\": 5", "\"count\": \"five\"", "$.tables[0].rows[0].when.count", "expected a whole number from 0 to 100, came \"five\"; write it without quotation marks" },
        { "\"count\": 5", "\"count\": 101", "$.tables[0].rows[0].when.count", "expected a whole number from 0 to 100, came 101" },
        { "\"count\": 5", "\"count\": 5.5", "$.tables[0].rows[0].when.count", "came 5.5" },
        { "\"count\": 5", "\"count\": null", "$.tables[0].rows[0].when.count", "came null" },
        { "\"count\": 5", "\"size\": 5", "$.tables[0].rows[0].when.size", "expected a column of the table (count, colour), came size" },
        { "\"count\": 5", "\"count\": {\"op\": \"has\", \"value\": 5}", "$.tables[0].rows[0].when.count.op", "expected an operator of type Int" },
        { "\"count\": 5", "\"count\": {\"op\": \"lt\"}", "$.tables[0].rows[0].when.count.value", "came nothing" },
        { "[\"red\"]", "[\"pink\"]", "$.tables[0].rows[0].when.colour[0]", "expected one of red, green, blue, came \"pink\"" },
        { "[\"red\"]", "\"red\"", "$.tables[0].rows[0].when.colour", "expected a list of 1 to 1000 values, came \"red\"" },
        { "[\"red\"]", "[]", "$.tables[0].rows[0].when.colour", "expected a list of 1 to 1000 values, came []" },
        { "\"field\": \"count\", \"op\": \"lte\"", "\"field\": \"count\", \"op\": \"like\"", "$.tables[0].columns[0].op", "expected one of eq, ne, in" },
        { "\"field\": \"count\"", "\"field\": \"counts\"", "$.tables[0].columns[0].field", "expected one of the facts, came \"counts\"; known: text, name" },
        { "\"field\": \"count\"", "\"fact\": \"count\"", "$.tables[0].columns[0].fact", "expected one of id, field, output, op, came fact" },
        { "{\"field\": \"colour\", \"op\": \"in\"}", "{\"field\": \"colour\", \"op\": \"in\"}, {\"field\": \"count\", \"op\": \"gt\"}", "$.tables[0].columns[2]", "expected columns with different ids" },
        { "{\"level\": \"high\"}", "{\"level\": \"top\"}", "$.tables[0].rows[0].then.level", "expected one of low, high, came \"top\"" },
        { "{\"level\": \"high\"}", "{\"lvl\": \"high\"}", "$.tables[0].rows[0].then.lvl", "expected an output of the set (level), came lvl" },
        { "{\"level\": \"high\"}", "5", "$.tables[0].rows[0].then", "expected an object of outputs, came 5" },
        { "\"id\": \"r\",", "", "$.tables[0].rows[0].id", "expected a text, came nothing" },
        { "\"id\": \"r\",", "\"id\": \"r\", \"prio\": 1,", "$.tables[0].rows[0].prio", "rename or remove it" },
        { "\"id\": \"r\",", "\"id\": \"r\", \"priority\": 1.5,", "$.tables[0].rows[0].priority", "expected a whole number, came 1.5" },
        { "{\"ru\": \"р\", \"en\": \"r\"}", "{\"ru\": \"р\"}", "$.tables[0].rows[0].description.en", "expected a text, came nothing" },
        { "\"hitPolicy\": \"first\"", "\"hitPolicy\": \"last\"", "$.hitPolicy", "expected one of unique, first, priority, any, collect, came \"last\"" },
        { "[\"low\", \"high\"]", "[\"low\", \"low\"]", "$.outputs[0]", "one of them twice" },
        { "\"type\": \"enum\"", "\"type\": \"enumeration\"", "$.outputs[0].type", "expected one of text, string, enum" },
        { "\"type\": \"enum\",", "\"type\": \"enum\", \"merge\": \"union\",", "$.outputs[0].merge", "expected a merge that suits Enum, came Union" },
        { "\"outputs\": [{\"name\": \"level\", \"type\": \"enum\", \"values\": [\"low\", \"high\"]}]", "\"outputs\": []", "$.outputs", "expected at least one output" },
        { "\"tables\": [{\"name\": \"only\",", "\"tables\": [{\"name\": \"only\", \"rows\": []}, {\"name\": \"only\",", "$.tables", "every table name once" },
    };

    public static TheoryData<string, string, string> BrokenConditions => new()
    {
        { """{"fields": "count"}""", "$.tables[0].rows[0].condition.fields", "expected one of field, output, op, value, came fields" },
        { """{"field": "count", "op": "eq"}""", "$.tables[0].rows[0].condition.value", "came nothing" },
        { """{"all": []}""", "$.tables[0].rows[0].condition.all", "expected at least one part" },
        { """{"all": [{"field": "count", "op": "eq", "value": 1}], "any": []}""", "$.tables[0].rows[0].condition.any", "expected one of all, came any" },
        { """{"any": [{"not": {"field": "count", "op": "eq", "value": true}}]}""", "$.tables[0].rows[0].condition.any[0].not.value", "expected a whole number from 0 to 100, came true" },
        { """{"field": "count", "op": "between", "value": [5, 1]}""", "$.tables[0].rows[0].condition.value", "the smaller one first" },
        { """{"field": "text", "op": "matches", "value": "(a"}""", "$.tables[0].rows[0].condition.value", "expected a regular expression" },
        { """{"field": "text", "op": "matches", "value": "(?<!a)b"}""", "$.tables[0].rows[0].condition.value", "without back-references and look-around" },
        { """{"field": "text", "op": "contains", "value": "бргзм"}""", "$.tables[0].rows[0].condition.value", "expected a phrase pattern" },
        { """{"field": "seen", "op": "within", "value": "soon"}""", "$.tables[0].rows[0].condition.value", "expected a duration, came \"soon\"" },
        { """{"field": "share", "op": "eq", "value": 0.1234567}""", "$.tables[0].rows[0].condition.value", "at most six digits" },
        { "7", "$.tables[0].rows[0].condition", "expected an object, came 7" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_fault_names_its_place(string good, string bad, string path, string message)
    {
        Table.ShouldContain(good);
        var faults = TestSets.FaultsOf(Table.Replace(good, bad, StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.File == "test.json" && fault.Path == path && fault.Message.Contains(message, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(BrokenConditions))]
    public void A_broken_condition_names_its_place(string condition, string path, string message)
    {
        var faults = TestSets.FaultsOf(TestSets.Document("first", TestSets.Row("r", condition, "{}")));
        faults.ShouldContain(fault => fault.Path == path && fault.Message.Contains(message, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Fact]
    public void Every_fault_is_listed_at_once() =>
        TestSets.FaultsOf(Table.Replace("\"count\": 5", "\"count\": true", StringComparison.Ordinal).Replace("[\"red\"]", "[\"pink\"]", StringComparison.Ordinal).Replace("\"level\": \"high\"", "\"level\": 3", StringComparison.Ordinal))
            .Select(fault => fault.Path).ShouldBe(["$.tables[0].rows[0].when.count", "$.tables[0].rows[0].when.colour[0]", "$.tables[0].rows[0].then.level"]);

    [Fact]
    public void A_row_id_stands_once_in_a_set() =>
        TestSets.FaultsOf(TestSets.Document("first", TestSets.Row("r", """{"field": "ready", "op": "eq", "value": true}""", "{}") + "," + TestSets.Row("r", """{"field": "ready", "op": "eq", "value": true}""", "{}")))
            .Single().Message.ShouldContain("every row id once");

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void A_condition_is_at_most_eight_levels_deep(int depth, bool refused)
    {
        var condition = """{"field": "ready", "op": "eq", "value": true}""";
        for (var level = 1; level < depth; level++)
        {
            condition = $$"""{"not": {{condition}}}""";
        }

        Refused(condition).ShouldBe(refused);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void A_condition_has_at_most_two_hundred_parts(int questions, bool refused) =>
        Refused($$"""{"any": [{{string.Join(',', Enumerable.Repeat("""{"field": "ready", "op": "eq", "value": true}""", questions))}}]}""").ShouldBe(refused);

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void A_list_has_at_most_a_thousand_values(int values, bool refused) =>
        Refused($$"""{"field": "name", "op": "in", "value": [{{string.Join(',', Enumerable.Range(0, values).Select(value => $"\"{value}\""))}}]}""").ShouldBe(refused);

    [Fact]
    public void A_failing_example_refuses_the_set()
    {
        var fault = TestSets.FaultsOf(Table.TrimEnd()[..^1] + """, "examples": [{"name": "пять", "facts": {"count": 5, "colour": "red"}, "outputs": {"level": "low"}}]}""").Single();
        fault.Path.ShouldBe("$.examples[0]");
        fault.Message.ShouldBe("""example "пять": expected {"level":"low"}, came {"level":"high"} from r; correct the rule or the example""");
    }

    [Fact]
    public void An_example_may_name_its_rows() =>
        TestSets.FaultsOf(Table.TrimEnd()[..^1] + """, "examples": [{"name": "пять", "facts": {"count": 5, "colour": "red"}, "rows": []}]}""").Single()
            .Message.ShouldBe("""example "пять": expected the rows no row, came r; correct the rule or the example""");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\": 5}")]
    [InlineData("{\"name\": \"a\", \"name\": \"b\"}")]
    public void What_is_no_set_is_refused(string json) => Should.Throw<RuleSetException>(() => RuleSetDocument.Parse(json, "x.json")).Faults.ShouldAllBe(fault => fault.File == "x.json");

    [Fact]
    public void A_broken_catalogue_is_refused() =>
        Should.Throw<RuleSetException>(() => FactCatalogue.Load("""{"facts": [{"name": "a", "type": "enum", "description": {"ru": "а", "en": "a"}}]}""")).Faults.Single().ToString()
            .ShouldBe("facts.json: $.facts[0].values: expected a list, came nothing; list the values from mild to severe");

    private static bool Refused(string condition)
    {
        try
        {
            TestSets.OfConditions(condition);
            return false;
        }
        catch (RuleSetException)
        {
            return true;
        }
    }
}
