using System.Text.Json.Nodes;
using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Tests.Compilation;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>The whole check of a text, whatever it is.</summary>
public sealed class AuthorCheckTests
{
    private static readonly string Red = Ask("colour", "eq", "\"red\"");

    private static string WithExamples(string examples, params string[] rows) =>
        Of("first", rows, more: $$""" "defaults": {"level": "low"}, "onFault": {"level": "middle"}, "examples": [{{examples}}], """);

    [Fact]
    public void A_sound_document_may_be_published()
    {
        var report = Run(WithExamples("""{"name": "красный", "facts": {"colour": "red"}, "outputs": {"level": "high"}, "rows": ["a"]}""", Row("a", Red)));
        report.Readable.ShouldBeTrue();
        report.CanPublish.ShouldBeTrue();
        report.Examples.ShouldHaveSingleItem().Failure.ShouldBeNull();
        report.Compiled.ShouldNotBeNull().Name.ShouldBe("test");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[1, 2")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"name\": 5}")]
    [InlineData("{\"name\": \"x\"}")]
    [InlineData("{\"name\": \"x\", \"name\": \"y\"}")]
    [InlineData("{\"name\": \"x\", \"tables\": 5, \"outputs\": {}, \"hitPolicy\": []}")]
    [InlineData("{\"name\": \"x\", \"outputs\": [{\"name\": \"a\", \"type\": \"int\"}], \"tables\": [null, 5, {\"rows\": [null, {\"id\": 3}]}]}")]
    public void A_text_that_cannot_be_read_gives_findings_and_no_exception(string text)
    {
        var report = Run(text);
        report.Readable.ShouldBeFalse();
        report.CanPublish.ShouldBeFalse();
        report.Findings.ShouldNotBeEmpty();
        report.Findings.ShouldAllBe(finding => finding.Kind == FindingKind.Unreadable && finding.Severity == FindingSeverity.Error && finding.Path.StartsWith('$'));
    }

    [Fact]
    public void A_fault_names_its_table_row_and_cell_in_both_languages()
    {
        var report = Run(
            """
            {
              "name": "mine", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
              "outputs": [{"name": "hit", "type": "bool"}],
              "tables": [{"name": "only", "columns": [{"field": "count", "op": "lte"}], "rows": [
                {"id": "first-row", "description": {"ru": "р", "en": "r"}, "when": {"count": 5}, "then": {"hit": true}},
                {"id": "second-row", "description": {"ru": "р", "en": "r"}, "when": {"count": "five; or six"}, "then": {"hit": true}}]}]
            }
            """);
        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.Set, finding.Table, finding.Row, finding.Cell, finding.Path).ShouldBe(("mine", "only", "second-row", "count", "$.tables[0].rows[1].when.count"));
        finding.Message.Ru.ShouldBe("Нужно: целое число от 0 до 100. Стоит: \"five; or six\". Запишите без кавычек.");
        finding.Message.En.ShouldBe("Expected a whole number from 0 to 100, came \"five; or six\"; write it without quotation marks.");
    }

    [Fact]
    public void An_example_that_fails_forbids_publishing()
    {
        var report = Run(WithExamples("""{"name": "синий", "facts": {"colour": "blue"}, "outputs": {"level": "high"}}, {"name": "красный", "facts": {"colour": "red"}, "outputs": {}, "rows": []}""", Row("a", Red)));
        (report.Readable, report.CanPublish).ShouldBe((true, false));
        var failed = report.Findings.Of(FindingKind.FailedExample).ToList();
        failed.Select(finding => finding.Path).ShouldBe(["$.examples[0]", "$.examples[1]"]);
        failed[0].Message.Ru.ShouldBe("""Пример «синий» не проходит. Ожидалось: {"level":"high"}; вышло: {"level":"low"} (строки: ни одной). Исправьте правило или пример.""");
        failed[1].Message.Ru.ShouldBe("Пример «красный» не проходит. Ожидалось: строки: ни одной; вышло: «a». Исправьте правило или пример.");
        report.Examples.Count.ShouldBe(2);
    }

    [Fact]
    public void An_error_of_the_rows_forbids_publishing_and_comes_first()
    {
        var report = Run(WithExamples("", Row("a", Ask("count", "between", "[0, 100]")), Row("b", Red), Row("c", All(Red, Ask("ready", "eq", "true")))));
        report.CanPublish.ShouldBeFalse();
        report.Findings[0].Kind.ShouldBe(FindingKind.Unreachable);
        report.Findings.ShouldContain(finding => finding.Kind == FindingKind.AlwaysTrue);
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        var sound = new RandomSet(seed: 5).Document("first", rows: 20);
        var platform = TestSets.Compile(sound).Source;
        var random = new Random(11);
        string[] strange = ["null", "5", "-1.5", "true", "\"\"", "\"red\"", "[]", "[null]", "{}", "{\"op\": \"in\", \"value\": []}", "{\"all\": [{}]}", "1e400", "\"P1Y\""];
        for (var round = 0; round < 300; round++)
        {
            var document = JsonNode.Parse(sound)!;
            for (var change = 0; change <= round % 3; change++)
            {
                var places = Places(document).ToList();
                places[random.Next(places.Count)].ReplaceWith(JsonNode.Parse(strange[random.Next(strange.Length)]));
            }

            var report = AuthorCheck.Run(document.ToJsonString(), "file.json", TestSets.Catalogue, platform);
            (report.Readable || report.Findings.Count > 0).ShouldBeTrue();
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject group => group.Select(member => member.Value).OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child)),
        _ => [],
    };

    private static AuthorReport Run(string json) => AuthorCheck.Run(json, "file.json", TestSets.Catalogue);
}
