using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Tests.Tables;

public sealed class MergeTests
{
    private const string Always = """{"field": "ready", "op": "eq", "value": true}""";

    [Theory]
    [InlineData("int", "", "max", "[3, 7, 5]", "7")]
    [InlineData("int", "", "min", "[3, 7, 2]", "2")]
    [InlineData("int", "", "first", "[3, 7, 5]", "3")]
    [InlineData("int", "", "last", "[3, 7, 5]", "5")]
    [InlineData("enum", """, "values": ["mild", "hard", "worst"]""", "max", """["mild", "worst", "hard"]""", "\"worst\"")]
    [InlineData("enum", """, "values": ["mild", "hard", "worst"]""", "min", """["hard", "mild", "worst"]""", "\"mild\"")]
    [InlineData("set", """, "values": ["a", "b", "c"]""", "union", """[["a"], ["c"], []]""", """["a","c"]""")]
    [InlineData("bool", "", "any", "[false, true, false]", "true")]
    [InlineData("bool", "", "all", "[true, false, true]", "false")]
    [InlineData("bool", "", "all", "[true, true, true]", "true")]
    [InlineData("duration", "", "min", """["1h", "5m", "2d"]""", "\"PT5M\"")]
    public void Collect_merges_an_output_as_it_declares(string type, string values, string merge, string said, string expected)
    {
        var parts = System.Text.Json.JsonDocument.Parse(said).RootElement.EnumerateArray().Select((value, index) => TestSets.Row($"r{index}", Always, $$"""{"x": {{value.GetRawText()}}}"""));
        var set = TestSets.Compile(TestSets.Document("collect", string.Join(',', parts), $$"""{"name": "x", "type": "{{type}}"{{values}}, "merge": "{{merge}}"}"""));
        set.Evaluate(TestSets.Facts().Set("ready", true)).Outputs.ToJson().ShouldBe($$"""{"x":{{expected}}}""");
    }

    [Fact]
    public void Without_a_merge_the_first_row_of_a_table_holds_and_a_later_table_replaces_it()
    {
        Decide("").Outputs.Integer("x").ShouldBe(9);
        Decide(""", "merge": "min" """).Outputs.Integer("x").ShouldBe(1);
    }

    [Fact]
    public void A_row_replaces_the_default_and_is_not_merged_with_it()
    {
        var set = TestSets.Compile(TestSets.Document("collect", TestSets.Row("r", Always, """{"x": 1}"""), """{"name": "x", "type": "int", "merge": "max"}""", """ "defaults": {"x": 50}, """));
        set.Evaluate(TestSets.Facts().Set("ready", true)).Outputs.Integer("x").ShouldBe(1);
        set.Evaluate(TestSets.Facts()).Outputs.Integer("x").ShouldBe(50);
    }

    private static Decision Decide(string merge) => TestSets.Compile(
        $$"""
        {
          "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "collect",
          "outputs": [{"name": "x", "type": "int"{{merge}}}],
          "tables": [
            {"name": "one", "rows": [{{TestSets.Row("a", Always, """{"x": 5}""")}}, {{TestSets.Row("b", Always, """{"x": 1}""")}}]},
            {"name": "two", "rows": [{{TestSets.Row("c", Always, """{"x": 9}""")}}]}
          ]
        }
        """).Evaluate(TestSets.Facts().Set("ready", true));
}
