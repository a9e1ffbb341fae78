using System.Text.Json.Nodes;
using AgentIQ.Rules.Checking;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>A seller's version of a set keeps what the platform locked.</summary>
public sealed class LockedTests
{
    private const string Free = """{"name": "own", "rows": [{"id": "own-row", "description": {"ru": "р", "en": "r"}, "condition": {"field": "ready", "op": "eq", "value": true}, "then": {"note": "x"}}]}""";

    private const string Platform =
        """
        {
          "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
          "outputs": [{"name": "level", "type": "enum", "values": ["low", "middle", "high"]}, {"name": "sum", "type": "int", "merge": "max"}, {"name": "top", "type": "int", "merge": "first"}, {"name": "note", "type": "string"}],
          "defaults": {"level": "low", "note": "-"}, "onFault": {"level": "high"},
          "tables": [
            {"name": "before", "rows": [{"id": "b", "description": {"ru": "р", "en": "r"}, "condition": {"field": "ready", "op": "eq", "value": true}, "then": {"top": 1}}]},
            {"name": "must", "locked": true, "title": {"ru": "Обязательное", "en": "Must"}, "columns": [{"field": "count", "op": "lt"}], "rows": [
              {"id": "one", "description": {"ru": "р", "en": "r"}, "when": {"count": 5}, "then": {"level": "high", "sum": 1, "top": 1}},
              {"id": "two", "description": {"ru": "р", "en": "r"}, "when": {"count": 9}, "then": {"level": "middle"}}]},
            {"name": "own", "rows": [{"id": "own-row", "description": {"ru": "р", "en": "r"}, "condition": {"field": "ready", "op": "eq", "value": true}, "then": {"note": "x"}}]}
          ]
        }
        """;

    private static string Table(string name, string then) =>
        $$"""{"name": "{{name}}", "rows": [{"id": "{{name}}-row", "description": {"ru": "р", "en": "r"}, "condition": {"field": "ready", "op": "eq", "value": true}, "then": {{then}}}]}""";

    private const string RowOne = """{"id": "one", "description": {"ru": "р", "en": "r"}, "when": {"count": 5}, "then": {"level": "high", "sum": 1, "top": 1}}""";
    private const string RowTwo = """{"id": "two", "description": {"ru": "р", "en": "r"}, "when": {"count": 9}, "then": {"level": "middle"}}""";

    /// <summary>What the seller changed, and where the finding is; null when it is allowed.</summary>
    public static TheoryData<string, string, string?> Changes => new()
    {
        { "\"title\": {\"ru\": \"т\"", "\"title\": {\"ru\": \"Моё\"", null },
        { "\"note\": \"-\"", "\"note\": \"+\"", null },
        { ", \"note\": \"-\"", "", "$.defaults" },
        { Free, Table("own", """{"sum": 7, "note": "y"}"""), null },
        { RowOne, """{"then": {"top": 1, "sum": 1, "level": "high"}, "when": {"count": 5}, "priority": 0, "enabled": true, "id": "one", "description": {"en": "r", "ru": "р"}}""", null },
        { "\"locked\": true, ", "", "$.tables[1].locked" },
        { "\"count\": 5", "\"count\": 6", "$.tables[1].rows[0]" },
        { "\"when\": {\"count\": 9}", "\"enabled\": false, \"when\": {\"count\": 9}", "$.tables[1].rows[1]" },
        { RowOne + ",", "", "$.tables[1].rows" },
        { RowTwo, RowTwo + "," + RowTwo.Replace("two", "three", StringComparison.Ordinal).Replace("9", "10", StringComparison.Ordinal), "$.tables[1].rows[2]" },
        { "\"op\": \"lt\"", "\"op\": \"lte\"", "$.tables[1].columns" },
        { "\"Обязательное\"", "\"Не очень\"", "$.tables[1]" },
        { "\"hitPolicy\": \"first\"", "\"hitPolicy\": \"collect\"", "$.tables[1].hitPolicy" },
        { "\"name\": \"must\"", "\"name\": \"may\"", "$.tables" },
        { "[\"low\", \"middle\", \"high\"]", "[\"high\", \"middle\", \"low\"]", "$.outputs[0]" },
        { "\"merge\": \"max\"", "\"merge\": \"min\"", "$.outputs[1]" },
        { "\"onFault\": {\"level\": \"high\"}", "\"onFault\": {\"level\": \"low\"}", "$.onFault.level" },
        { "\"defaults\": {\"level\": \"low\", ", "\"defaults\": {", "$.defaults.level" },
        { "\"defaults\": {", "\"defaults\": {\"sum\": 3, ", "$.defaults.sum" },
        { Free, Table("own", """{"level": "low"}"""), "$.tables[2]" },
        { Free, Free + "," + Table("last", """{"level": "low"}"""), "$.tables[3]" },
        { Free, Free + "," + Table("last", """{"top": 2}"""), null },
        { "\"tables\": [", "\"tables\": [" + Table("sooner", """{"top": 0}""") + ",", "$.tables[0]" },
        { "\"tables\": [", "\"tables\": [" + Table("sooner", """{"level": "low"}""") + ",", null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_allowed_or_named(string before, string after, string? path)
    {
        Platform.ShouldContain(before);
        var findings = RuleSetChecker.CheckLocked(Read(Platform.Replace(before, after, StringComparison.Ordinal)), Read(Platform));
        findings.ShouldAllBe(finding => finding.Kind == FindingKind.LockedChanged && finding.Severity == FindingSeverity.Error);
        findings.Select(finding => finding.Path).ShouldBe(path is null ? [] : [path]);
    }

    [Fact]
    public void The_order_of_locked_tables_stays()
    {
        var two = Platform.Replace(Free, Free.Replace("\"rows\"", "\"locked\": true, \"rows\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var swapped = JsonNode.Parse(two)!;
        var tables = swapped["tables"]!.AsArray();
        var last = tables[2]!;
        tables.RemoveAt(2);
        tables.Insert(1, last);
        RuleSetChecker.CheckLocked(Read(two), Read(two)).ShouldBeEmpty();
        RuleSetChecker.CheckLocked(Read(swapped.ToJsonString()), Read(two)).ShouldHaveSingleItem().Path.ShouldBe("$.tables[1]");
    }

    [Fact]
    public void The_check_of_a_text_says_it_too()
    {
        var report = AuthorCheck.Run(Platform.Replace("\"count\": 5", "\"count\": 6", StringComparison.Ordinal), "own.json", TestSets.Catalogue, Read(Platform));
        report.CanPublish.ShouldBeFalse();
        report.Findings[0].Message.Ru.ShouldBe("Таблица «must» закреплена за платформой, а строка «one» в ней изменена. Верните как у платформы; свои правила пишите в своей таблице.");
    }
}
