using AgentIQ.Rules.Checking;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>Conditions that are never true, always true, or say a thing twice.</summary>
public sealed class ConditionFindingTests
{
    private static readonly string Red = Ask("colour", "eq", "\"red\"");

    /// <summary>A condition, what is found in it, how bad it is, and the place under the condition.</summary>
    public static TheoryData<string, FindingKind?, FindingSeverity, string> Conditions => new()
    {
        { Ask("count", "lt", "0"), FindingKind.NeverTrue, FindingSeverity.Error, "" },
        { Ask("count", "gt", "100"), FindingKind.NeverTrue, FindingSeverity.Error, "" },
        { Ask("count", "notIn", "[0, 1]"), null, default, "" },
        { Ask("count", "lt", "1"), null, default, "" },
        { Ask("colour", "notIn", """["red", "green", "blue"]"""), FindingKind.NeverTrue, FindingSeverity.Error, "" },
        { All(Ask("count", "lt", "5"), Ask("count", "gt", "5")), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Ask("count", "lte", "5"), Ask("count", "gte", "5")), null, default, "" },
        { All(Ask("count", "isKnown", "false"), Ask("count", "lt", "5")), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Ask("count", "isKnown", "true"), Ask("count", "lt", "5")), null, default, "" },
        { All(Red, Not(Red)), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Not(Red), Not(Ask("colour", "in", """["green", "blue"]"""))), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { Not(Any(Red, Not(Red))), FindingKind.NeverTrue, FindingSeverity.Error, ".not" },
        { All(Ask("tags", "hasAll", """["a", "b"]"""), Ask("tags", "hasNone", """["b", "c"]""")), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Ask("tags", "hasAny", """["a", "b"]"""), Ask("tags", "hasNone", """["b", "c"]""")), null, default, "" },
        { All(Ask("text", "contains", "\"бот\""), Not(Ask("text", "containsAny", """["суд", "бот"]"""))), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Ask("text", "containsAny", """["суд", "бот"]"""), Not(Ask("text", "contains", "\"бот\""))), null, default, "" },
        { All(Ask("text", "matches", "\"a+\""), Not(Ask("text", "matches", "\"a+\""))), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Ask("name", "eq", "\"anna\""), Ask("name", "notIn", """["anna", "vera"]""")), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Ask("name", "ne", "\"anna\""), Ask("name", "ne", "\"vera\"")), null, default, "" },
        { All(Ask("seen", "within", "\"1d\""), Not(Ask("seen", "within", "\"2d\""))), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { All(Ask("seen", "within", "\"2d\""), Not(Ask("seen", "within", "\"1d\""))), null, default, "" },
        { All(Ask("age", "lt", "\"1h\""), Ask("age", "gt", "\"59m\"")), null, default, "" },
        { All(Ask("share", "gt", "0.5"), Ask("share", "lt", "0.500001")), FindingKind.NeverTrue, FindingSeverity.Error, "-" },
        { Any(Red, Ask("count", "lt", "0")), FindingKind.NeverTrue, FindingSeverity.Warning, ".any[1]" },
        { Any(Red, All(Ask("count", "lt", "2"), Ask("count", "gt", "3"))), FindingKind.NeverTrue, FindingSeverity.Warning, ".any[1]" },
        { Ask("count", "between", "[0, 100]"), FindingKind.AlwaysTrue, FindingSeverity.Note, "" },
        { Ask("colour", "in", """["red", "green", "blue"]"""), FindingKind.AlwaysTrue, FindingSeverity.Note, "" },
        { Any(Ask("count", "lt", "5"), Ask("count", "gte", "5")), FindingKind.AlwaysTrue, FindingSeverity.Note, "" },
        { Not(Ask("count", "gt", "100")), FindingKind.AlwaysTrue, FindingSeverity.Note, ".not" },
        { Ask("count", "isKnown", "true"), null, default, "" },
        { Any(Ask("count", "isKnown", "true"), Ask("count", "isKnown", "false")), FindingKind.AlwaysTrue, FindingSeverity.Note, "" },
        { Ask("tags", "hasAny", """["a", "b", "c"]"""), null, default, "" },
        { Ask("colour", "in", """["red", "red"]"""), FindingKind.Duplicate, FindingSeverity.Note, "" },
        { Ask("text", "containsAny", """["суд", "пойду в суд"]"""), FindingKind.Duplicate, FindingSeverity.Note, "" },
        { Ask("text", "containsAny", """["=суд", "пойду в суд"]"""), null, default, "" },
        { Ask("text", "containsAny", """["верните [..1] деньги", "верните мне деньги"]"""), null, default, "" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_judged(string condition, FindingKind? kind, FindingSeverity severity, string place)
    {
        var findings = CheckRows("collect", condition, Ask("ready", "eq", "true"));
        findings = [.. findings.Where(finding => finding.Kind != FindingKind.OutputNeverProduced)];
        if (kind is null)
        {
            findings.ShouldBeEmpty();
            return;
        }

        var finding = findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(kind.Value);
        finding.Severity.ShouldBe(severity);
        finding.Path.ShouldBe(place == "-" ? "$.tables[0].rows[0]" : $"$.tables[0].rows[0].condition{place}");
        (finding.Set, finding.Table, finding.Row).ShouldBe(("test", "only", "r0"));
        finding.Message.Ru.ShouldNotBeEmpty();
        finding.Message.En.ShouldEndWith(".");
    }

    [Fact]
    public void A_cell_is_named_and_the_message_says_what_to_do()
    {
        var findings = Check(
            """
            {
              "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "collect",
              "outputs": [{"name": "hit", "type": "bool"}],
              "tables": [{"name": "only", "columns": [{"field": "count", "op": "lt"}, {"field": "colour", "op": "eq"}],
                "rows": [{"id": "r", "description": {"ru": "р", "en": "r"}, "when": {"colour": "red", "count": 0}, "then": {"hit": true}}]}]
            }
            """);
        var finding = findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Cell, finding.Path).ShouldBe((FindingKind.NeverTrue, "count", "$.tables[0].rows[0].when.count"));
        finding.Message.Ru.ShouldBe("Условие на «count» (lt 0) не выполняется никогда: такого значения не бывает. Поэтому строка никогда не сработает. Исправьте значение или уберите условие.");
        finding.Message.En.ShouldBe("The condition on \"count\" (lt 0) is never true: no value satisfies it. So the row never applies. Correct the value or remove the condition.");
    }

    [Fact]
    public void Only_the_conditions_that_exclude_each_other_are_named()
    {
        var finding = CheckRows("collect", All(Red, Ask("count", "lt", "5"), Ask("ready", "eq", "true"), Ask("count", "gt", "7"))).ShouldHaveSingleItem();
        finding.Message.Ru.ShouldBe("Строка «r0» никогда не сработает: её условия на «count» исключают друг друга. Исправьте одно из них или удалите строку.");
    }

    [Fact]
    public void A_row_that_is_switched_off_is_left_alone() =>
        Check(Of("first", [Row("off", Ask("count", "lt", "0")).Replace("\"id\"", "\"enabled\": false, \"id\"", StringComparison.Ordinal), Row("on", Red)]))
            .Where(finding => finding.Row is not null).ShouldBeEmpty();
}
