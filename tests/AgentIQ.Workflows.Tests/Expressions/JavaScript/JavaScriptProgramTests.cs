using System.Text.Json;

namespace AgentIQ.Workflows.Tests.Expressions.JavaScript;

/// <summary>Programs with what Node makes of them: see Programs/README.md.</summary>
public sealed class JavaScriptProgramTests
{
    [Theory]
    [InlineData("written", 400)]
    [InlineData("random", 350)]
    public void Same_result_as_recorded(string table, int atLeast)
    {
        var rows = Read(table);
        rows.Count.ShouldBeGreaterThan(atLeast);
        var differences = rows
            .Select(row => (row.Program, row.Result, Ours: Scripts.Result(row.Program)))
            .Where(row => row.Ours != row.Result)
            .Select(row => $"{row.Program}\n  expected {row.Result}\n  got      {row.Ours}")
            .ToList();
        differences.ShouldBeEmpty();
    }

    private static List<(string Program, string Result)> Read(string table)
    {
        using var stream = typeof(JavaScriptProgramTests).Assembly.GetManifestResourceStream($"JavaScriptPrograms.{table}.jsonl")!;
        using var reader = new StreamReader(stream);
        var rows = new List<(string, string)>();
        while (reader.ReadLine() is { } line)
        {
            var row = JsonSerializer.Deserialize<string[]>(line)!;
            rows.Add((row[0], row[1]));
        }

        return rows;
    }
}
