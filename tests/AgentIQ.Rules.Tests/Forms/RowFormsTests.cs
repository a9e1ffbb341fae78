using System.Text.Json.Nodes;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Forms;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tests.Compilation;

namespace AgentIQ.Rules.Tests.Forms;

/// <summary>A row says the same in cells and in a free condition.</summary>
public sealed class RowFormsTests
{
    private const string Cells =
        """
        {
          "name": "test",
          "title": {
            "ru": "т",
            "en": "t"
          },
          "description": {
            "ru": "Ёлки «палки» — 😀 < & '",
            "en": "t"
          },
          "hitPolicy": "first",
          "outputs": [
            {
              "name": "hit",
              "type": "bool"
            }
          ],
          "tables": [
            {
              "name": "only",
              "columns": [
                {
                  "field": "count",
                  "op": "gte"
                },
                {
                  "id": "tag",
                  "field": "tags",
                  "op": "hasAny"
                }
              ],
              "rows": [
                {
                  "id": "r",
                  "description": {
                    "ru": "р",
                    "en": "r"
                  },
                  "when": {
                    "tag": [
                      "a"
                    ],
                    "count": {
                      "op": "lt",
                      "value": 5
                    }
                  },
                  "then": {
                    "hit": true
                  },
                  "note": "в конце"
                },
                {
                  "id": "other",
                  "description": {
                    "ru": "д",
                    "en": "o"
                  },
                  "condition": {
                    "not": {
                      "field": "share",
                      "op": "eq",
                      "value": 0.50
                    }
                  },
                  "then": {}
                }
              ]
            }
          ]
        }

        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    [Fact]
    public void Cells_become_parts_of_one_all_and_come_back()
    {
        var condition = ToCondition(Cells, "r");
        Row(condition, "r").ShouldBeJson("""
            {"id": "r", "description": {"ru": "р", "en": "r"}, "condition": {"all": [{"field": "tags", "op": "hasAny", "value": ["a"]}, {"field": "count", "op": "lt", "value": 5}]},
             "then": {"hit": true}, "note": "в конце"}
            """);
        ToCells(condition, "r").ShouldBe(Cells);
    }

    [Fact]
    public void Everything_else_keeps_its_text()
    {
        // A line that is not the row's stands in both documents, with its numbers and letters as they were written.
        var condition = ToCondition(Cells, "r");
        condition.ShouldContain("Ёлки «палки» — 😀 < & '");
        condition.ShouldContain("\"value\": 0.50");
        condition[..condition.IndexOf("\"condition\"", StringComparison.Ordinal)].ShouldBe(Cells[..Cells.IndexOf("\"when\"", StringComparison.Ordinal)]);
        condition[condition.IndexOf("\"then\"", StringComparison.Ordinal)..].ShouldBe(Cells[Cells.IndexOf("\"then\"", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void A_condition_that_is_there_already_is_joined()
    {
        var both = Cells.Replace("\"then\": {\n            \"hit\": true", "\"condition\": {\"any\": [{\"field\": \"ready\", \"op\": \"eq\", \"value\": true}]}, \"then\": {\n            \"hit\": true", StringComparison.Ordinal);
        both.ShouldNotBe(Cells);
        var condition = ToCondition(both, "r");
        Row(condition, "r")["condition"]!.ShouldBeJson("""
            {"all": [{"field": "tags", "op": "hasAny", "value": ["a"]}, {"field": "count", "op": "lt", "value": 5}, {"any": [{"field": "ready", "op": "eq", "value": true}]}]}
            """);
        var cells = Row(ToCells(condition, "r"), "r");
        cells["condition"]!.ShouldBeJson("""{"any": [{"field": "ready", "op": "eq", "value": true}]}""");
        cells["when"]!.ShouldBeJson("""{"tag": ["a"], "count": {"op": "lt", "value": 5}}""");
    }

    [Theory]
    [InlineData("""{"field": "count", "op": "gte", "value": 3}""", """{"count": 3}""", "", null)]
    [InlineData("""{"field": "count", "op": "lt", "value": 3}""", """{"count": {"op": "lt", "value": 3}}""", "", null)]
    [InlineData("""{"all": [{"field": "count", "op": "lt", "value": 9}, {"field": "count", "op": "gte", "value": 3}]}""", """{"count": 3, "count_2": 9}""", """{"id": "count_2", "field": "count", "op": "lt"}""", null)]
    [InlineData("""{"all": [{"all": [{"field": "colour", "op": "eq", "value": "red"}]}, {"not": {"field": "ready", "op": "eq", "value": true}}]}""", """{"colour": "red"}""", """{"field": "colour", "op": "eq"}""", """{"not": {"field": "ready", "op": "eq", "value": true}}""")]
    [InlineData("""{"all": [{"any": [{"field": "ready", "op": "eq", "value": true}]}, {"field": "count", "op": "gte", "value": 1}, {"not": {"field": "ready", "op": "eq", "value": true}}]}""", """{"count": 1}""", "", """{"all": [{"any": [{"field": "ready", "op": "eq", "value": true}]}, {"not": {"field": "ready", "op": "eq", "value": true}}]}""")]
    public void A_question_takes_the_column_that_asks_it(string condition, string cells, string column, string? left)
    {
        var root = JsonNode.Parse(Cells)!;
        root["tables"]![0]!["rows"]![1]!["condition"] = JsonNode.Parse(condition);
        var document = ToCells(root.ToJsonString(), "other");
        var row = Row(document, "other");
        row["when"]!.ShouldBeJson(cells);
        var columns = JsonNode.Parse(document)!["tables"]![0]!["columns"]!.AsArray();
        columns.Count.ShouldBe(column.Length == 0 ? 2 : 3);
        if (column.Length > 0)
        {
            columns[2]!.ShouldBeJson(column);
        }

        (row["condition"]?.ToJsonString()).ShouldBe(left is null ? null : JsonNode.Parse(left)!.ToJsonString());
    }

    [Fact]
    public void Outputs_of_earlier_tables_are_columns_too()
    {
        var document = TestSets.Document("first", TestSets.Row("a", """{"field": "ready", "op": "eq", "value": true}""", """{"hit": true}"""))
            .Replace("]}]\n}", """]}, {"name": "second", "columns": [{"id": "hit", "field": "ready", "op": "eq"}], "rows": [""" + TestSets.Row("b", """{"output": "hit", "op": "eq", "value": true}""", "{}") + "]}]\n}", StringComparison.Ordinal);
        var cells = RowForms.ToCells(document, TestSets.Catalogue, "second", "b");
        JsonNode.Parse(cells)!["tables"]![1]!["columns"]![1]!.ShouldBeJson("""{"id": "hit_2", "output": "hit", "op": "eq"}""");
        RowForms.ToCells(RowForms.ToCondition(cells, TestSets.Catalogue, "second", "b"), TestSets.Catalogue, "second", "b").ShouldBe(cells);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Both_forms_decide_alike_and_come_back(int seed)
    {
        const int Rows = 12;
        var random = new RandomSet(seed);
        var original = random.Document("collect", Rows);
        var cells = All(original, Rows, ToCells);
        var condition = All(cells, Rows, ToCondition);
        All(cells, Rows, ToCells).ShouldBe(cells, "idempotent");
        All(condition, Rows, ToCondition).ShouldBe(condition, "idempotent");

        // A later row may have brought a column that suits an earlier row better; with all columns there, cells come back to the letter.
        var settled = All(condition, Rows, ToCells);
        Enumerable.Range(0, Rows).ShouldAllBe(row => ToCells(ToCondition(settled, $"r{row}"), $"r{row}") == settled);
        cells.ShouldContain("\"when\"");
        condition.ShouldNotContain("\"when\"");

        var sets = new[] { original, cells, condition, settled }.Select(TestSets.Compile).ToList();
        for (var round = 0; round < 40; round++)
        {
            var facts = random.Facts();
            sets.Select(set => string.Join(' ', set.Evaluate(facts).Rows.Select(row => row.Id))).Distinct().Count().ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("only", "r", true, "$.tables[0]", "came the locked table only")]
    [InlineData("none", "r", false, "$.tables", "expected a table of the set (only), came none")]
    [InlineData("only", "x", false, "$.tables[0].rows", "expected a row of the table only, came x")]
    public void What_cannot_be_rewritten_is_refused(string table, string row, bool locked, string path, string message)
    {
        var document = locked ? Cells.Replace("\"name\": \"only\",", "\"name\": \"only\", \"locked\": true,", StringComparison.Ordinal) : Cells;
        foreach (var rewrite in new[] { RowForms.ToCells, RowForms.ToCondition })
        {
            var fault = Should.Throw<RuleSetException>(() => rewrite(document, TestSets.Catalogue, table, row)).Faults.Single();
            fault.Path.ShouldBe(path);
            fault.Message.ShouldContain(message);
        }
    }

    [Fact]
    public void A_condition_that_would_grow_too_deep_is_refused()
    {
        var deep = """{"field": "ready", "op": "eq", "value": true}""";
        for (var level = 1; level < 8; level++)
        {
            deep = $$"""{"not": {{deep}}}""";
        }

        var document = Cells.Replace("\"note\": \"в конце\"", $"\"condition\": {deep}", StringComparison.Ordinal);
        Should.Throw<RuleSetException>(() => ToCondition(document, "r")).Faults.Single().Message.ShouldContain("at most 8 levels");
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_refused() =>
        Should.Throw<RuleSetException>(() => ToCells(Cells.Replace("\"count\"", "\"counts\"", StringComparison.Ordinal), "r"));

    private static string ToCells(string document, string row) => RowForms.ToCells(document, TestSets.Catalogue, "only", row);

    private static string ToCondition(string document, string row) => RowForms.ToCondition(document, TestSets.Catalogue, "only", row);

    private static string All(string document, int rows, Func<string, string, string> rewrite) =>
        Enumerable.Range(0, rows).Aggregate(document, (current, row) => rewrite(current, $"r{row}"));

    private static JsonNode Row(string document, string id) =>
        JsonNode.Parse(document)!["tables"]![0]!["rows"]!.AsArray().Single(row => row!["id"]!.GetValue<string>() == id)!;
}
