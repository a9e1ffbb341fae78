using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;
using Json.Schema;

namespace AgentIQ.Rules.Tests.Schema;

/// <summary>The published schema says what the reader says, as far as a schema can.</summary>
public sealed class SchemaTests
{
    /// <summary>A document in which every kind of object has every member that it may have.</summary>
    private const string Whole =
        """
        {
          "$schema": "schema/policy-set.schema.json", "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "collect",
          "outputs": [
            {"name": "level", "type": "enum", "values": ["low", "high"], "merge": "max", "title": {"ru": "у", "en": "l"}, "description": {"ru": "у", "en": "l"}, "labels": {"low": {"ru": "н", "en": "l"}}},
            {"name": "minutes", "type": "int", "min": 1, "max": 10, "unit": {"ru": "мин", "en": "min"}}
          ],
          "defaults": {"level": "low"}, "onFault": {"level": "high"},
          "tables": [
            {"name": "one", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first", "locked": true,
             "columns": [{"id": "c", "field": "count", "op": "lte"}],
             "rows": [{"id": "r", "enabled": false, "priority": 1, "description": {"ru": "р", "en": "r"}, "note": "n", "when": {"c": {"op": "gt", "value": 5}},
               "condition": {"all": [{"any": [{"not": {"field": "ready", "op": "eq", "value": true}}]}]}, "then": {"level": "high"}}]},
            {"name": "two", "columns": [{"output": "level", "op": "eq"}], "rows": [{"id": "s", "description": {"ru": "р", "en": "r"}, "condition": {"output": "level", "op": "eq", "value": "low"}, "then": {}}]}
          ],
          "examples": [{"name": "e", "now": "2030-01-01T00:00:00Z", "facts": {"count": 1, "name": null, "tags": []}, "outputs": {}, "rows": []}]
        }
        """;

    private static readonly JsonSchema Schema = JsonSchema.FromText(RuleSetSchema.Json);

    /// <summary>Where an object of the document stands, and where the schema describes it.</summary>
    public static TheoryData<string, string> Objects => new()
    {
        { "", "" },
        { "/title", "localized" },
        { "/outputs/0", "output" },
        { "/outputs/0/labels/low", "localized" },
        { "/tables/0", "table" },
        { "/tables/0/columns/0", "column" },
        { "/tables/0/rows/0", "row" },
        { "/tables/0/rows/0/when/c", "ownCell" },
        { "/tables/0/rows/0/condition", "all" },
        { "/tables/0/rows/0/condition/all/0", "any" },
        { "/tables/0/rows/0/condition/all/0/any/0", "not" },
        { "/tables/0/rows/0/condition/all/0/any/0/not", "question" },
        { "/examples/0", "example" },
    };

    /// <summary>A condition that neither the reader nor the schema takes.</summary>
    public static TheoryData<string> BrokenConditions =>
    [
        """{}""",
        """7""",
        """{"all": []}""",
        """{"any": []}""",
        """{"any": {}}""",
        """{"not": []}""",
        """{"all": [{"field": "count", "op": "eq", "value": 1}], "any": [{"field": "count", "op": "eq", "value": 1}]}""",
        """{"field": "count", "op": "eq"}""",
        """{"field": "count", "value": 1}""",
        """{"op": "eq", "value": 1}""",
        """{"field": "count", "output": "level", "op": "eq", "value": 1}""",
        """{"field": "count", "op": "like", "value": 1}""",
        """{"field": "count", "op": "eq", "value": [1]}""",
        """{"field": "count", "op": "eq", "value": null}""",
        """{"field": "count", "op": "in", "value": 1}""",
        """{"field": "count", "op": "in", "value": []}""",
        """{"field": "count", "op": "lt", "value": true}""",
        """{"field": "count", "op": "between", "value": [1]}""",
        """{"field": "count", "op": "between", "value": [1, 2, 3]}""",
        """{"field": "seen", "op": "within", "value": "soon"}""",
        """{"field": "seen", "op": "within", "value": 7}""",
        """{"field": "seen", "op": "within", "value": "0d"}""",
        """{"field": "seen", "op": "within", "value": "P"}""",
        """{"field": "tags", "op": "has", "value": ["a"]}""",
        """{"field": "tags", "op": "hasAny", "value": "a"}""",
        """{"field": "tags", "op": "hasNone", "value": []}""",
        """{"field": "text", "op": "contains", "value": ""}""",
        """{"field": "text", "op": "contains", "value": ["суд"]}""",
        """{"field": "text", "op": "containsAny", "value": "суд"}""",
        """{"field": "text", "op": "containsAny", "value": []}""",
        """{"field": "text", "op": "matches", "value": ["a"]}""",
        """{"field": "name", "op": "isKnown", "value": "yes"}""",
        """{"field": "name", "op": "eq", "value": ""}""",
        """{"field": "name", "op": "eq", "value": {"op": "eq"}}""",
    ];

    /// <summary>A piece of the whole document, and what breaks it.</summary>
    public static TheoryData<string, string> BrokenDocuments => new()
    {
        { "\"name\": \"test\", ", "" },
        { "\"name\": \"test\"", "\"name\": \"\"" },
        { "\"hitPolicy\": \"collect\"", "\"hitPolicy\": \"last\"" },
        { "\"hitPolicy\": \"first\"", "\"hitPolicy\": \"last\"" },
        { "\"title\": {\"ru\": \"т\", \"en\": \"t\"}, \"description\": {\"ru\": \"т\", \"en\": \"t\"}, \"hitPolicy\": \"collect\"", "\"title\": {\"ru\": \"т\"}, \"description\": {\"ru\": \"т\", \"en\": \"t\"}, \"hitPolicy\": \"collect\"" },
        { "\"type\": \"enum\"", "\"type\": \"enumeration\"" },
        { "\"type\": \"enum\"", "\"type\": \"text\"" },
        { "\"type\": \"enum\"", "\"type\": \"int\"" },
        { "\"values\": [\"low\", \"high\"], ", "" },
        { "[\"low\", \"high\"]", "[\"low\", \"low\"]" },
        { "\"merge\": \"max\"", "\"merge\": \"union\"" },
        { "\"merge\": \"max\"", "\"merge\": \"any\"" },
        { "\"merge\": \"max\"", "\"merge\": \"sum\"" },
        { "\"min\": 1", "\"min\": \"1\"" },
        { "\"min\": 1", "\"labels\": {\"1\": {\"ru\": \"о\", \"en\": \"o\"}}, \"min\": 1" },
        { "\"locked\": true", "\"locked\": \"yes\"" },
        { "\"op\": \"lte\"}", "\"op\": \"less\"}" },
        { "{\"id\": \"c\", \"field\": \"count\", \"op\": \"lte\"}", "{\"id\": \"c\", \"op\": \"lte\"}" },
        { "{\"id\": \"c\", \"field\": \"count\", \"op\": \"lte\"}", "{\"id\": \"c\", \"field\": \"count\"}" },
        { "{\"id\": \"c\", \"field\": \"count\", \"op\": \"lte\"}", "{\"id\": \"c\", \"field\": \"count\", \"output\": \"level\", \"op\": \"lte\"}" },
        { "\"id\": \"r\", ", "" },
        { "\"enabled\": false", "\"enabled\": 0" },
        { "\"priority\": 1", "\"priority\": 1.5" },
        { "\"priority\": 1", "\"priority\": 2147483648" },
        { "\"note\": \"n\"", "\"note\": \"\"" },
        { "\"when\": {\"c\": {\"op\": \"gt\", \"value\": 5}}", "\"when\": []" },
        { "{\"op\": \"gt\", \"value\": 5}", "{\"op\": \"gt\"}" },
        { "{\"op\": \"gt\", \"value\": 5}", "{\"op\": \"gt\", \"value\": [5]}" },
        { "{\"op\": \"gt\", \"value\": 5}", "null" },
        { "{\"op\": \"gt\", \"value\": 5}", "[]" },
        { ", \"then\": {}", "" },
        { "\"then\": {}", "\"then\": []" },
        { "\"then\": {\"level\": \"high\"}", "\"then\": {\"level\": null}" },
        { "\"defaults\": {\"level\": \"low\"}", "\"defaults\": []" },
        { "\"rows\": []}", "\"rows\": [1]}" },
        { "\"facts\": {\"count\": 1", "\"facts\": {\"count\": {}" },
        { "\"name\": \"e\", ", "" },
        { "\"now\": \"2030-01-01T00:00:00Z\"", "\"now\": 5" },
        { "\"examples\": [", "\"examples\": {}, \"more\": [" },
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "rules");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_shipped_sets_are_valid(string file) => Faults(File.ReadAllText(Path.Combine(Folder, file))).ShouldBeEmpty();

    [Fact]
    public void The_schema_itself_is_valid() =>
        MetaSchemas.Draft202012.Evaluate(JsonNode.Parse(RuleSetSchema.Json)).IsValid.ShouldBeTrue();

    [Fact]
    public void A_document_with_every_member_is_taken_by_both()
    {
        Read(Whole).ShouldBeEmpty();
        Faults(Whole).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_reader_and_the_schema_know_the_same_members(string place, string definition)
    {
        // The reader names all that it knows when it meets a member that it does not.
        var root = JsonNode.Parse(Whole)!;
        At(root, place)["stranger"] = 1;
        var message = Read(root.ToJsonString()).Single(fault => fault.Path.EndsWith(".stranger", StringComparison.Ordinal)).Message;
        var known = Regex.Match(message, "expected one of (?<members>.*), came stranger", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["members"].Value.Split(", ");

        var described = definition.Length == 0 ? JsonNode.Parse(RuleSetSchema.Json)! : JsonNode.Parse(RuleSetSchema.Json)!["$defs"]![definition]!;
        described["properties"]!.AsObject().Select(member => member.Key).ShouldBe(known, ignoreOrder: true);
        Faults(root.ToJsonString()).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_member_of_the_schema_stands_in_the_whole_document()
    {
        var properties = JsonNode.Parse(RuleSetSchema.Json)!["$defs"]!.AsObject().Select(definition => definition.Value!["properties"]).Append(JsonNode.Parse(RuleSetSchema.Json)!["properties"])
            .OfType<JsonObject>().SelectMany(described => described.Select(member => member.Key)).Distinct(StringComparer.Ordinal);
        properties.ShouldAllBe(member => Whole.Contains($"\"{member}\":", StringComparison.Ordinal));
    }

    [Fact]
    public void The_operators_are_the_readers()
    {
        var definitions = JsonNode.Parse(RuleSetSchema.Json)!["$defs"]!;
        definitions["operator"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()).ShouldBe(OperatorTable.Words.Keys);

        // Each has a form for its value.
        var formed = definitions["operand"]!["allOf"]!.AsArray().Select(rule => rule!["if"]!["properties"]!["op"]!).SelectMany(op => op["enum"]?.AsArray().Select(word => word!.GetValue<string>()) ?? [op["const"]!.GetValue<string>()]);
        formed.ShouldBe(OperatorTable.Words.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(BrokenConditions))]
    public void A_broken_condition_is_refused_by_both(string condition)
    {
        var root = JsonNode.Parse(Whole)!;
        root["tables"]![0]!["rows"]![0]!["condition"] = JsonNode.Parse(condition);
        Read(root.ToJsonString()).ShouldNotBeEmpty();
        Faults(root.ToJsonString()).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BrokenDocuments))]
    public void A_broken_document_is_refused_by_both(string good, string bad)
    {
        Whole.ShouldContain(good, Case.Sensitive);
        var at = Whole.IndexOf(good, StringComparison.Ordinal);
        var broken = Whole[..at] + bad + Whole[(at + good.Length)..];
        Read(broken).ShouldNotBeEmpty();
        Faults(broken).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("30m", true)]
    [InlineData("007d", true)]
    [InlineData("PT30M", true)]
    [InlineData("P1DT2H", true)]
    [InlineData("PT0.5S", true)]
    [InlineData("P1Y", true)]
    [InlineData("1w", false)]
    [InlineData("m", false)]
    [InlineData("-1d", false)]
    [InlineData("PT", false)]
    [InlineData("P1DT", false)]
    [InlineData("1.5h", false)]
    public void A_duration_is_taken_by_both_or_by_none(string duration, bool taken)
    {
        var root = JsonNode.Parse(Whole)!;
        root["tables"]![0]!["rows"]![0]!["condition"] = JsonNode.Parse($$"""{"field": "seen", "op": "within", "value": "{{duration}}"}""");
        (Read(root.ToJsonString()).Count == 0).ShouldBe(taken);
        (Faults(root.ToJsonString()).Count == 0).ShouldBe(taken);
    }

    private static JsonObject At(JsonNode root, string place) =>
        place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!).AsObject();

    private static IReadOnlyList<RuleSetFault> Read(string document)
    {
        try
        {
            RuleSetReader.Read(RuleSetDocument.Parse(document, "test.json"), TestSets.Catalogue);
            return [];
        }
        catch (RuleSetException exception)
        {
            return exception.Faults;
        }
    }

    private static IReadOnlyList<string> Faults(string document)
    {
        var result = Schema.Evaluate(JsonNode.Parse(document), new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (result.IsValid)
        {
            return [];
        }

        return [.. (result.Details ?? []).Where(detail => detail.HasErrors).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key}: {error.Value}")).DefaultIfEmpty("invalid")];
    }
}
