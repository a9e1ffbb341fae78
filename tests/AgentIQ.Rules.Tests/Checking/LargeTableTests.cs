using System.Diagnostics;
using AgentIQ.Rules.Checking;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>Long tables end in bounded work; what was given up is said.</summary>
public sealed class LargeTableTests
{
    public static TheoryData<string, string, int> Tables
    {
        get
        {
            TheoryData<string, string, int> tables = [];
            foreach (var rows in new[] { 1_000, 10_000 })
            {
                tables.Add("names", "first", rows);
                tables.Add("names", "unique", rows);
                tables.Add("ranges", "first", rows);
                tables.Add("mixed", "first", rows);
                tables.Add("mixed", "any", rows);
                tables.Add("phrases", "first", rows);
                tables.Add("tangled", "first", rows);
            }

            return tables;
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_long_table_is_checked_in_bounded_time(string kind, string hitPolicy, int rows)
    {
        var random = new Random(7);
        var set = Read(Of(hitPolicy, Enumerable.Range(0, rows).Select(row => Row($"r{row}", Condition(kind, row, random), row % 2 == 0 ? "high" : "middle")), more: ""));
        var watch = Stopwatch.StartNew();
        var findings = RuleSetChecker.Check(set);
        var elapsed = watch.Elapsed;
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind} {hitPolicy} {rows}: {elapsed.TotalMilliseconds:F0} ms; {string.Join(", ", findings.CountBy(finding => finding.Kind))}");
        foreach (var finding in findings.Take(3))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(finding.ToString()[..Math.Min(300, finding.ToString().Length)]);
        }

        // On a quiet machine two seconds; the rest is for machines that do other work at the same time.
        elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
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
