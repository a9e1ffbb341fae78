using AgentIQ.Rules.Checking;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>Tables that read what earlier ones put out: only values that those tables and the defaults give can be met.</summary>
public sealed class ChainedTableTests
{
    private static string Document(string hitPolicy, string second, string defaults = """ "defaults": {"level": "low"}, """, string first = "") =>
        $$"""
        {
          "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
          "outputs": [{{Level}}, {"name": "marks", "type": "set", "values": ["x", "y", "z"], "merge": "union"}, {"name": "hit", "type": "int"}], {{defaults}}
          "tables": [
            {"name": "levels", "rows": [{{TestSets.Row("few", Ask("count", "lt", "10"), """{"level": "high", "marks": ["x", "y"]}""")}}{{first}}]},
            {"name": "second", "hitPolicy": "{{hitPolicy}}", "rows": [{{second}}]}
          ]
        }
        """;

    private static string Output(string name, string op, string value) => Ask(name, op, value).Replace("\"field\"", "\"output\"", StringComparison.Ordinal);

    private static string Hit(string id, string condition, int hit = 1) => TestSets.Row(id, condition, $$"""{"hit": {{hit}}}""");

    [Fact]
    public void A_value_that_no_earlier_row_puts_out_is_outside_the_domain()
    {
        var finding = Check(Document("collect", Hit("r", Output("level", "eq", "\"middle\"")))).Of(FindingKind.OutsideDomain).ShouldHaveSingleItem();
        (finding.Severity, finding.Row, finding.Path).ShouldBe((FindingSeverity.Error, "r", "$.tables[1].rows[0].condition"));
        finding.Message.En.ShouldContain("names \"middle\", which no row of an earlier table and no default puts out");
    }

    [Fact]
    public void One_such_value_among_others_is_a_warning() =>
        Check(Document("collect", Hit("r", Output("level", "in", """["middle", "high"]""")))).Of(FindingKind.OutsideDomain).ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Warning);

    [Fact]
    public void A_member_that_no_earlier_row_puts_out_is_outside_the_domain() =>
        Check(Document("collect", Hit("r", Output("marks", "has", "\"z\"")) + "," + Hit("s", Output("marks", "hasAny", """["x", "z"]"""))))
            .Of(FindingKind.OutsideDomain).Select(finding => (finding.Row, finding.Severity)).ShouldBe([("r", FindingSeverity.Error), ("s", FindingSeverity.Warning)]);

    [Fact]
    public void An_output_with_a_default_is_never_unknown()
    {
        var second = Hit("low", Output("level", "eq", "\"low\"")) + "," + Hit("high", Output("level", "eq", "\"high\""), 2) + "," + Hit("rest", Ask("ready", "eq", "true"), 3);
        Check(Document("first", second)).Of(FindingKind.Unreachable).ShouldHaveSingleItem().OtherRows.ShouldBe(["low", "high"]);
        Check(Document("first", second, defaults: "", first: "," + TestSets.Row("many", Ask("count", "gt", "10"), """{"level": "low"}""")))
            .Of(FindingKind.Unreachable).ShouldBeEmpty();
    }

    [Fact]
    public void An_output_that_every_row_writes_where_one_always_decides_is_never_unknown()
    {
        var second = Hit("low", Output("level", "eq", "\"low\"")) + "," + Hit("high", Output("level", "eq", "\"high\""), 2) + "," + Hit("rest", Ask("ready", "eq", "true"), 3);
        var always = "," + TestSets.Row("rest-of-levels", """{"any": [{"field": "count", "op": "isKnown", "value": true}, {"field": "count", "op": "isKnown", "value": false}]}""", """{"level": "low"}""");
        Check(Document("first", second, defaults: "", first: always)).Of(FindingKind.Unreachable).ShouldHaveSingleItem().Row.ShouldBe("rest");
    }

    [Theory]
    [InlineData("high")]
    [InlineData("low")]
    public void The_example_of_a_gap_brings_the_output_about(string decided)
    {
        var json = Document("first", Hit("r", Output("level", "eq", $"\"{decided}\"")));
        var finding = Check(json).Of(FindingKind.Gap).Where(finding => finding.Table == "second").ShouldHaveSingleItem();
        var decision = TestSets.Compile(json).Evaluate(FactsOf(finding));
        decision.Outputs.Text("level").ShouldBe(decided == "high" ? "low" : "high");
        decision.Rows.ShouldAllBe(row => row.Table == "levels");
    }

    [Fact]
    public void The_example_of_an_overlap_brings_the_output_about()
    {
        var json = Document("unique", Hit("a", Output("level", "eq", "\"high\"")) + "," + Hit("b", Output("marks", "hasAll", """["x", "y"]"""), 2));
        var finding = Check(json).Of(FindingKind.Overlap).ShouldHaveSingleItem();
        TestSets.Compile(json).Evaluate(FactsOf(finding)).Fault.ShouldNotBeNull().ShouldContain("came a and b");
    }

    [Fact]
    public void Outputs_that_never_go_together_are_left_open_and_not_called_an_overlap()
    {
        // "low" is only ever put out without marks, so the two rows cannot meet; the space of single outputs does not know that.
        var json = Document("unique", Hit("a", Output("level", "eq", "\"low\"")) + "," + Hit("b", Output("marks", "has", "\"x\""), 2));
        Check(json).Of(FindingKind.Overlap).ShouldBeEmpty();
        Check(json).Of(FindingKind.TooComplex).First().OtherRows.ShouldBe(["a", "b"], ignoreOrder: true);
    }
}
