using AgentIQ.Rules.Checking;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>Long tables are proved within the bounded work, and what was given up is said. The bound is a count, so this does not depend on the machine.</summary>
public sealed class LargeTableTests
{
    public static TheoryData<string, string, int> Proved => new()
    {
        { "names", "first", 10_000 },
        { "names", "unique", 10_000 },
        { "ranges", "first", 10_000 },
        { "mixed", "first", 10_000 },
        { "phrases", "first", 10_000 },
    };

    [Theory]
    [MemberData(nameof(Proved))]
    public void A_long_table_of_ordinary_rows_is_proved_to_the_end(string kind, string hitPolicy, int rows) =>
        Findings(kind, hitPolicy, rows).Of(FindingKind.TooComplex).ShouldBeEmpty();

    [Fact]
    public void A_table_that_is_too_tangled_ends_all_the_same_and_says_so() =>
        Findings("tangled", "first", 10_000).Of(FindingKind.TooComplex).ShouldNotBeEmpty();

    [Fact]
    public void Of_very_many_overlaps_the_first_are_shown()
    {
        var findings = Findings("mixed", "any", 10_000);
        findings.Of(FindingKind.Overlap).Count().ShouldBe(100);
        findings.Of(FindingKind.TooComplex).ShouldHaveSingleItem().Message.En.ShouldContain("there are more");
    }

    private static IReadOnlyList<PolicyFinding> Findings(string kind, string hitPolicy, int rows)
    {
        var random = new Random(7);
        return Check(Of(hitPolicy, Enumerable.Range(0, rows).Select(row => Row($"r{row}", Condition(kind, row, random), row % 2 == 0 ? "high" : "middle")), more: ""));
    }

    private static string Condition(string kind, int row, Random random) => kind switch
    {
        "names" => All(Ask("name", "eq", $"\"product-{row / 2}\""), Ask("count", row % 2 == 0 ? "lt" : "gte", "3")),
        "ranges" => All(Ask("share", "gte", $"{row}"), Ask("share", "lt", $"{row + 3}"), Ask("ready", "eq", random.Next(2) == 0 ? "true" : "false")),
        "mixed" => All(
            Ask("colour", "eq", random.Next(3) switch { 0 => "\"red\"", 1 => "\"green\"", _ => "\"blue\"" }),
            Ask("count", "between", $"[{random.Next(0, 50)}, {random.Next(50, 100)}]"),
            Ask("name", "eq", $"\"n{random.Next(1000)}\""),
            Ask("tags", "hasAny", random.Next(2) == 0 ? """["a"]""" : """["b", "c"]""")),
        "phrases" => All(Ask("text", "contains", $"\"=word{row}x\""), Ask("count", "lt", $"{random.Next(1, 100)}")),
        _ => Any(
            All(Ask("share", "gte", $"{random.Next(10_000)}"), Ask("count", "lt", $"{random.Next(1, 100)}")),
            All(Ask("share", "lt", $"{random.Next(10_000)}"), Ask("tags", "has", "\"a\""), Not(Ask("age", "lt", $"\"{random.Next(10_000)}m\"")))),
    };
}
