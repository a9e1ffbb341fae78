using System.Text.Json.Nodes;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Forms;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Policies;

/// <summary>The shipped sets are what authors begin with: free of errors, sayable, and convertible.</summary>
public sealed class ShippedAuthorTests
{
    public static TheoryData<string> Sets => [.. Shipped.Rules.Sets.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_shipped_set_has_no_errors_and_no_failing_example(string name)
    {
        var set = Shipped.Rules.Sets[name].Source;
        var report = AuthorCheck.Run(set.Document, set.Facts, set);
        foreach (var finding in report.Findings)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{finding.Kind} {finding.Path} [{finding.Table}/{finding.Row}/{finding.Cell}] {finding.Severity}: {finding.Message.Ru} {finding.Example}");
        }

        report.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ShouldBeEmpty();
        report.CanPublish.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_row_is_a_sentence(string name)
    {
        var set = Shipped.Rules.Sets[name].Source;
        foreach (var (table, row) in set.Tables.SelectMany(table => table.Rows.Select(row => (table, row))))
        {
            RuleSentences.Of(set, table, row).Ru.ShouldMatch("^(Если|Всегда|Во всех)", row.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Rows_go_to_a_condition_and_back(string name)
    {
        var set = Shipped.Rules.Sets[name].Source;
        foreach (var (table, row) in set.Tables.Where(table => !table.Locked).SelectMany(table => table.Rows.Where(row => row.When.Parts.Any(IsCell)).Take(3).Select(row => (table, row))))
        {
            var condition = RowForms.ToCondition(set.Document.Json, set.Facts, table.Name, row.Id);
            var cells = RowForms.ToCells(condition, set.Facts, table.Name, row.Id);
            Questions(condition, set, row.Id).ShouldBe(Questions(set.Document.Json, set, row.Id));
            Questions(cells, set, row.Id).ShouldBe(Questions(set.Document.Json, set, row.Id));
            cells.ShouldNotBe(condition);
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_set_has_the_examples_that_it_needs(string name) =>
        Shipped.Rules.Sets[name].Source.Examples.Count.ShouldBeGreaterThanOrEqualTo(name == "guardrails" ? 100 : 30);

    private static bool IsCell(Condition part) => part is FieldCondition { Cell: not null };

    private static IEnumerable<string> Questions(string document, RuleSet set, string row) =>
        RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(document, "test.json"), set.Facts).Source.Tables.SelectMany(table => table.Rows).Single(candidate => candidate.Id == row)
            .When.Questions().Select(question => $"{question.Reference.Field.Name} {question.Operator} {JsonNode.Parse(question.Written)!.ToJsonString()}").Order(StringComparer.Ordinal);
}
