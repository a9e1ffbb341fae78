using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tests.Tables;

/// <summary>Several tables in one set: each is evaluated once, in order, and reads what earlier ones put out.</summary>
public sealed class ChainingTests
{
    [Theory]
    [InlineData(1, "small", "wait")]
    [InlineData(50, "large", "act")]
    public void A_later_table_reads_what_an_earlier_one_put_out(int count, string size, string action)
    {
        var decision = Decide(facts => facts.Set("count", count));
        decision.Outputs.Text("size").ShouldBe(size);
        decision.Outputs.Text("action").ShouldBe(action);
    }

    [Fact]
    public void A_later_table_sees_the_default_when_no_row_applied()
    {
        var decision = Decide(_ => { });
        decision.Outputs.Text("size").ShouldBe("small");
        decision.Outputs.Text("action").ShouldBe("wait");
        decision.Rows.Select(row => (row.Table, row.Id)).ShouldBe([("actions", "wait")]);
    }

    [Fact]
    public void An_output_of_the_same_or_a_later_table_cannot_be_read()
    {
        var fault = TestSets.FaultsOf(Document.Replace("\"name\": \"sizes\",", "\"name\": \"sizes\", \"columns\": [{\"output\": \"action\", \"op\": \"eq\"}],", StringComparison.Ordinal)).Single();
        fault.Path.ShouldBe("$.tables[0].columns[0].output");
        fault.Message.ShouldContain("expected an output of an earlier table");
    }

    private const string Document =
        """
        {
          "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
          "outputs": [
            {"name": "size", "type": "enum", "values": ["small", "large"]},
            {"name": "action", "type": "enum", "values": ["wait", "act"]}
          ],
          "defaults": {"size": "small"},
          "tables": [
            {"name": "sizes", "rows": [
              {"id": "large", "description": {"ru": "б", "en": "l"}, "condition": {"field": "count", "op": "gte", "value": 10}, "then": {"size": "large"}},
              {"id": "small", "description": {"ru": "м", "en": "s"}, "condition": {"field": "count", "op": "lt", "value": 10}, "then": {"size": "small"}}]},
            {"name": "actions", "columns": [{"output": "size", "op": "eq"}], "rows": [
              {"id": "act", "description": {"ru": "д", "en": "a"}, "when": {"size": "large"}, "then": {"action": "act"}},
              {"id": "wait", "description": {"ru": "ж", "en": "w"}, "when": {"size": "small"}, "then": {"action": "wait"}}]}
          ]
        }
        """;

    private static Decision Decide(Action<FactValues> set)
    {
        var facts = TestSets.Facts();
        set(facts);
        return TestSets.Compile(Document).Evaluate(facts);
    }
}
