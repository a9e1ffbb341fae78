using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Tests.Tables;

public sealed class HitPolicyTests
{
    private const string Level = """{"name": "level", "type": "enum", "values": ["low", "middle", "high"]}""";
    private const string Ready = """{"field": "ready", "op": "eq", "value": true}""";
    private const string Red = """{"field": "colour", "op": "eq", "value": "red"}""";
    private const string Many = """{"field": "count", "op": "gte", "value": 10}""";

    [Fact]
    public void First_takes_the_first_row_from_the_top() =>
        Ids(Decide("first", [TestSets.Row("a", Many, """{"level": "low"}"""), TestSets.Row("b", Red, """{"level": "high"}"""), TestSets.Row("c", Ready, """{"level": "middle"}""")], red: true, ready: true))
            .ShouldBe(["b"]);

    [Fact]
    public void A_greater_priority_comes_before_the_place() =>
        Ids(Decide("first", [TestSets.Row("a", Red, """{"level": "low"}"""), TestSets.Row("b", Red, """{"level": "high"}""", priority: 1)], red: true))
            .ShouldBe(["b"]);

    [Fact]
    public void Collect_lists_rows_in_the_total_order() =>
        Ids(Decide("collect", [TestSets.Row("a", Red, "{}"), TestSets.Row("z", Red, "{}", 5), TestSets.Row("b", Red, "{}"), TestSets.Row("y", Red, "{}", -1)], red: true))
            .ShouldBe(["z", "a", "b", "y"]);

    [Fact]
    public void Priority_takes_the_row_with_the_most_severe_output()
    {
        var decision = Decide("priority", [TestSets.Row("a", Red, """{"level": "middle"}"""), TestSets.Row("b", Ready, """{"level": "high"}"""), TestSets.Row("c", Red, """{"level": "high"}""")], red: true, ready: true);
        Ids(decision).ShouldBe(["b"]);
        decision.Outputs.Text("level").ShouldBe("high");
    }

    [Fact]
    public void Unique_takes_the_only_row() =>
        Ids(Decide("unique", [TestSets.Row("a", Many, """{"level": "low"}"""), TestSets.Row("b", Red, """{"level": "high"}""")], red: true)).ShouldBe(["b"]);

    [Fact]
    public void Two_rows_under_unique_are_a_fault_and_the_set_says_what_then_holds()
    {
        var decision = Decide("unique", [TestSets.Row("a", Ready, """{"level": "low"}"""), TestSets.Row("b", Red, """{"level": "middle"}""")], red: true, ready: true);
        decision.Fault.ShouldNotBeNull().ShouldContain("expected at most one row to apply, came a and b");
        decision.Rows.ShouldBeEmpty();
        decision.Outputs.Text("level").ShouldBe("high");
    }

    [Fact]
    public void Any_accepts_rows_that_agree()
    {
        var decision = Decide("any", [TestSets.Row("a", Ready, """{"level": "low"}"""), TestSets.Row("b", Red, """{"level": "low"}""")], red: true, ready: true);
        decision.Fault.ShouldBeNull();
        decision.Outputs.Text("level").ShouldBe("low");
    }

    [Fact]
    public void Rows_that_disagree_under_any_are_a_fault() =>
        Decide("any", [TestSets.Row("a", Ready, """{"level": "low"}"""), TestSets.Row("b", Red, """{"level": "middle"}""")], red: true, ready: true)
            .Fault.ShouldNotBeNull().ShouldContain("came a and b with different outputs");

    [Theory]
    [InlineData("unique")]
    [InlineData("first")]
    [InlineData("priority")]
    [InlineData("any")]
    [InlineData("collect")]
    public void No_row_leaves_the_defaults(string policy)
    {
        var decision = Decide(policy, [TestSets.Row("a", Red, """{"level": "high"}""")]);
        decision.Rows.ShouldBeEmpty();
        decision.Outputs.Text("level").ShouldBe("low");
    }

    private static IEnumerable<string> Ids(Decision decision) => decision.Rows.Select(row => row.Id);

    private static Decision Decide(string policy, string[] rows, bool red = false, bool ready = false)
    {
        var set = TestSets.Compile(TestSets.Document(policy, string.Join(',', rows), Level, """ "defaults": {"level": "low"}, "onFault": {"level": "high"}, """));
        var facts = TestSets.Facts().Set("colour", red ? "red" : "blue").Set("ready", ready).Set("count", 1);
        return set.Evaluate(facts);
    }
}
