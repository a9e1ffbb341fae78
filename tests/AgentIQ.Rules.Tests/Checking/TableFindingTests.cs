using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Tests.Compilation;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>Rows beside each other: covered, repeated, contradicting, overlapping, and the cases that none of them decides.</summary>
public sealed class TableFindingTests
{
    private static readonly string Red = Ask("colour", "eq", "\"red\"");
    private static readonly string Green = Ask("colour", "eq", "\"green\"");
    private static readonly string NotRed = Ask("colour", "ne", "\"red\"");
    private static readonly string Ready = Ask("ready", "eq", "true");
    private static readonly string NotReady = Ask("ready", "eq", "false");
    private static readonly string Few = Ask("count", "lt", "10");
    private static readonly string Many = Ask("count", "gte", "10");

    /// <summary>Conditions of the rows, the last of which is covered, and the places of the rows that cover it; none when it is not.</summary>
    public static TheoryData<string[], int[]> Covers => new()
    {
        { [Red, All(Red, Ready)], [0] },
        { [All(Red, Ready), Red], [] },
        { [Few, Many, All(Red, Ask("count", "isKnown", "true"))], [0, 1] },

        // When nobody knows the count, neither of the two applies.
        { [Few, Many, Red], [] },
        { [Few, Many, Ask("count", "isKnown", "false"), Red], [0, 1, 2] },
        { [Few, Green, Many, All(Ready, Ask("count", "gt", "20"))], [2] },
        { [All(Red, Few), All(Red, Many), All(NotRed, Few), All(NotRed, Many), All(Ask("colour", "isKnown", "true"), Ask("count", "between", "[5, 20]"))], [0, 1, 2, 3] },
        { [All(Red, Few), All(Red, Many), All(NotRed, Few), All(NotRed, Many), All(NotRed, Ask("count", "between", "[5, 20]"))], [2, 3] },
        { [Any(Red, Green), All(Green, Ready)], [0] },
        { [Not(Red), Ask("colour", "in", """["green", "blue"]""")], [] },
        { [Ask("tags", "hasAny", """["a", "b"]"""), Ask("tags", "has", "\"a\"")], [0] },
        { [Ask("tags", "has", "\"a\""), Ask("tags", "hasAny", """["a", "b"]""")], [] },
        { [Ask("tags", "has", "\"a\""), Ask("tags", "has", "\"b\""), Ask("tags", "hasAny", """["a", "b"]""")], [0, 1] },
        { [Ask("text", "containsAny", """["суд", "бот"]"""), Ask("text", "contains", "\"бот\"")], [0] },
        { [Ask("text", "contains", "\"бот\""), Ask("text", "containsAny", """["суд", "бот"]""")], [] },
        { [Ask("seen", "within", "\"2d\""), Ask("seen", "within", "\"1d\"")], [0] },
        { [Ask("seen", "within", "\"1d\""), Not(Ask("seen", "within", "\"1d\"")), Ask("seen", "lt", "\"2030-01-01\"")], [] },
        { [Ask("name", "notIn", """["anna"]"""), Ask("name", "eq", "\"vera\"")], [0] },
    };

    [Theory]
    [MemberData(nameof(Covers))]
    public void A_covered_row_names_the_rows_that_cover_it(string[] conditions, int[] covering)
    {
        var findings = Check(Of("first", conditions.Select((condition, index) => Row($"r{index}", condition, index % 2 == 0 ? "high" : "middle")))).Of(FindingKind.Unreachable).ToList();
        if (covering.Length == 0)
        {
            findings.ShouldBeEmpty();
            return;
        }

        var finding = findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(FindingSeverity.Error);
        finding.Row.ShouldBe($"r{conditions.Length - 1}");
        finding.OtherRows.ShouldBe(covering.Select(place => $"r{place}"));
        finding.Path.ShouldBe($"$.tables[0].rows[{conditions.Length - 1}]");
    }

    [Fact]
    public void The_order_is_priority_first_and_then_the_place() =>
        Check(Of("first", [Row("narrow", All(Red, Ready), "middle"), Row("wide", Red, "high", priority: 5)])).Of(FindingKind.Unreachable)
            .ShouldHaveSingleItem().Message.Ru.ShouldBe("Строка «narrow» никогда не решает: всё, что ей подходит, раньше забирает строка «wide». Поставьте её выше, сузьте условия той строки или удалите эту.");

    [Fact]
    public void Under_priority_the_more_severe_row_covers_wherever_it_stands()
    {
        var finding = Check(Of("priority", [Row("mild", All(Red, Ready), "middle"), Row("severe", Red)])).Of(FindingKind.Unreachable).ShouldHaveSingleItem();
        (finding.Row, finding.OtherRows[0]).ShouldBe(("mild", "severe"));
        Check(Of("priority", [Row("severe", All(Red, Ready)), Row("mild", Red, "middle")])).Of(FindingKind.Unreachable).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_are_collected_cover_nothing() =>
        Check(Of("collect", [Row("a", Red), Row("b", All(Red, Ready), "middle")])).Where(finding => finding.Row is not null).ShouldBeEmpty();

    [Theory]
    [InlineData("first", FindingSeverity.Error)]
    [InlineData("unique", FindingSeverity.Error)]
    [InlineData("priority", FindingSeverity.Error)]
    [InlineData("any", FindingSeverity.Warning)]
    [InlineData("collect", FindingSeverity.Warning)]
    public void A_row_that_repeats_another_is_a_duplicate(string policy, FindingSeverity severity)
    {
        var finding = Check(Of(policy, [Row("a", All(Red, Ready)), Row("b", All(Ready, Red))])).Where(finding => finding.Row is not null).ShouldHaveSingleItem();
        (finding.Kind, finding.Severity, finding.Row, finding.OtherRows[0]).ShouldBe((FindingKind.Duplicate, severity, "b", "a"));
    }

    [Theory]
    [InlineData("first", "b", FindingSeverity.Error)]
    [InlineData("unique", "b", FindingSeverity.Error)]
    [InlineData("priority", "a", FindingSeverity.Error)]
    [InlineData("any", "b", FindingSeverity.Error)]
    [InlineData("collect", "b", FindingSeverity.Warning)]
    public void Rows_that_ask_the_same_and_differ_contradict_each_other(string policy, string row, FindingSeverity severity)
    {
        var finding = Check(Of(policy, [Row("a", Red, "middle"), Row("b", Red)])).Where(finding => finding.Row is not null).ShouldHaveSingleItem();
        (finding.Kind, finding.Severity, finding.Row).ShouldBe((FindingKind.Contradiction, severity, row));
    }

    [Fact]
    public void Rows_that_are_collected_with_a_merge_or_into_different_outputs_do_not_contradict()
    {
        Check(Of("collect", [Row("a", Red, "middle"), Row("b", Red)], """{"name": "level", "type": "enum", "values": ["low", "middle", "high"], "merge": "max"}"""))
            .Where(finding => finding.Row is not null).ShouldBeEmpty();
        Check(TestSets.Document("collect", $"{TestSets.Row("a", Red, """{"x": 1}""")}, {TestSets.Row("b", Red, """{"y": 1}""")}", """{"name": "x", "type": "int"}, {"name": "y", "type": "int"}"""))
            .Where(finding => finding.Row is not null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unique", "high")]
    [InlineData("any", "middle")]
    public void Rows_that_apply_together_are_shown_with_an_example_that_does(string policy, string other)
    {
        var json = Of(policy, [Row("a", All(Red, Many)), Row("b", All(Ready, Ask("text", "contains", "\"бот\"")), other), Row("c", All(NotRed, NotReady), other)]);
        var finding = Check(json).Of(FindingKind.Overlap).ShouldHaveSingleItem();
        (finding.Severity, finding.Row, finding.OtherRows[0]).ShouldBe((FindingSeverity.Error, "b", "a"));
        NaiveEvaluator.MatchingRows(Read(json).Tables[0], FactsOf(finding)).ShouldBe(["a", "b"]);
        TestSets.Compile(json).Evaluate(FactsOf(finding)).Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Rows_of_an_any_table_that_agree_may_apply_together() =>
        Check(Of("any", [Row("a", Red), Row("b", Ready)])).Of(FindingKind.Overlap).ShouldBeEmpty();

    [Fact]
    public void An_overlap_in_time_names_its_moment()
    {
        var json = Of("unique", [Row("a", Ask("seen", "within", "\"2d\"")), Row("b", All(Ready, Not(Ask("seen", "within", "\"1d\""))))]);
        var finding = Check(json).Of(FindingKind.Overlap).ShouldHaveSingleItem();
        finding.ExampleNow.ShouldNotBeNull();
        NaiveEvaluator.MatchingRows(Read(json).Tables[0], FactsOf(finding)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void An_expression_that_no_example_is_found_for_is_said_to_be_open()
    {
        var findings = CheckRows("unique", Ask("text", "matches", "\"^[a-f]{4}(x|y)[0-9]{3}$\""), All(Ready, Ask("text", "isKnown", "true")));
        findings.Of(FindingKind.Overlap).ShouldBeEmpty();
        findings.Of(FindingKind.TooComplex).ShouldHaveSingleItem().OtherRows.ShouldBe(["r0", "r1"], ignoreOrder: true);
    }

    /// <summary>Rows, whether there is a gap, and the rows' hit policy.</summary>
    public static TheoryData<string, string[], bool> Gaps => new()
    {
        { "first", [Few, Ask("count", "gt", "10")], true },
        { "first", [Few, Many], false },
        { "unique", [Red, Ask("colour", "in", """["green", "blue"]""")], false },
        { "any", [Red, Green], true },
        { "priority", [All(Red, Ready), All(Red, NotReady), NotRed], false },
        { "collect", [Red], false },
        { "first", [Ask("text", "contains", "\"бот\"")], true },
        { "first", [Ask("tags", "hasAny", """["a", "b"]"""), Ask("tags", "has", "\"c\"")], true },
        { "first", [Ask("share", "lt", "0.5"), Ask("share", "gt", "0.5")], true },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void A_case_that_no_row_decides_is_shown(string policy, string[] conditions, bool gap)
    {
        // Every field is known in ordinary cases, so only values count here.
        var json = Of(policy, conditions.Select((condition, index) => Row($"r{index}", condition)));
        var findings = Check(json).Of(FindingKind.Gap).ToList();
        findings.Count.ShouldBe(gap ? 1 : 0);
        foreach (var finding in findings)
        {
            finding.Severity.ShouldBe(FindingSeverity.Note);
            TestSets.Compile(json).Evaluate(FactsOf(finding)).Rows.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_gap_without_a_default_is_a_warning_that_names_the_output()
    {
        var finding = Check(Of("first", [Row("a", Few), Row("b", Ask("count", "gt", "10"))], more: "")).Of(FindingKind.Gap).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Example.ShouldBe("""{"count":10}""");
        finding.Message.Ru.ShouldBe("В таблице «only» есть случай, который не решает ни одна строка, а у «level» нет значения по умолчанию. Например: count — 10. Добавьте строку или значение по умолчанию.");
    }

    [Fact]
    public void What_nobody_knows_is_a_gap_only_where_no_default_holds()
    {
        var finding = Check(Of("first", [Row("a", Few), Row("b", Many)], more: "")).Of(FindingKind.Gap).ShouldHaveSingleItem();
        finding.Example.ShouldBe("{}");
        finding.Message.En.ShouldContain("\"count\" is not known");
        Check(Of("first", [Row("a", Few), Row("b", Many)])).Of(FindingKind.Gap).ShouldBeEmpty();
    }

    [Fact]
    public void Outputs_and_values_that_never_come_out_are_named()
    {
        var findings = Check(Of("collect", [Row("a", Red)], $$"""{{Level}}, {"name": "note", "type": "string"}""", """ "defaults": {"level": "low"}, """)).Of(FindingKind.OutputNeverProduced).ToList();
        findings.Select(finding => (finding.Severity, finding.Path)).ShouldBe([(FindingSeverity.Note, "$.outputs[0].values"), (FindingSeverity.Note, "$.outputs[1]")]);
        findings[0].Message.En.ShouldContain("is never \"middle\"");
    }
}
