namespace AgentIQ.Rules.Tests.Compilation;

/// <summary>At which numbers of a fact a set may come to another answer.</summary>
public sealed class CutPointTests
{
    [Theory]
    [InlineData("gte", "45", new long[] { 45 })]
    [InlineData("gt", "45", new long[] { 46 })]
    [InlineData("lt", "45", new long[] { 45 })]
    [InlineData("lte", "45", new long[] { 46 })]
    [InlineData("eq", "45", new long[] { 45, 46 })]
    [InlineData("ne", "45", new long[] { 45, 46 })]
    [InlineData("between", "[10, 20]", new long[] { 10, 21 })]
    [InlineData("in", "[3, 4, 9]", new long[] { 3, 5, 9, 10 })]
    public void A_question_changes_its_answer_where_its_range_begins_and_after_its_end(string @operator, string value, long[] expected) =>
        TestSets.OfConditions($$"""{"field": "count", "op": "{{@operator}}", "value": {{value}}}""").CutPoints("count").ShouldBe(expected);

    [Fact]
    public void All_rows_count_inside_free_conditions_too_each_number_once()
    {
        var set = TestSets.OfConditions(
            """{"field": "count", "op": "gte", "value": 5}""",
            """{"any": [{"not": {"field": "count", "op": "gt", "value": 4}}, {"all": [{"field": "count", "op": "lt", "value": 2}, {"field": "ready", "op": "eq", "value": true}]}]}""");
        set.CutPoints("count").ShouldBe([2, 5]);
        set.CutPoints("ready").ShouldBe([1, 2]);
        set.CutPoints("share").ShouldBeEmpty();
    }

    [Fact]
    public void A_duration_is_in_ticks() =>
        TestSets.OfConditions("""{"field": "age", "op": "gte", "value": "30m"}""").CutPoints("age").ShouldBe([TimeSpan.FromMinutes(30).Ticks]);

    [Fact]
    public void An_unknown_fact_is_named() =>
        Should.Throw<ArgumentException>(() => TestSets.OfConditions("""{"field": "ready", "op": "eq", "value": true}""").CutPoints("cuont")).Message.ShouldContain("'cuont'");
}
