using System.Text.Json;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>How the examples of one file came out.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Results">Its examples in order.</param>
/// <param name="Unreadable">Why it has none: each place that cannot be read.</param>
internal sealed record FileTest(string File, IReadOnlyList<ExampleResult> Results, IReadOnlyList<string> Unreadable)
{
    public int Passed => Results.Count(result => result.Failure is null);

    /// <summary>An unreadable file counts as one, so that a broken set is never taken for one without examples.</summary>
    public int Failed => Results.Count - Passed + (Unreadable.Count > 0 ? 1 : 0);

    public static async Task<FileTest> RunAsync(string file, FactCatalogue facts, CommandContext context, CancellationToken ct)
    {
        var (text, problem) = await RuleFile.ReadAsync(file, context, ct);
        if (problem is not null)
        {
            return new FileTest(file, [], [problem]);
        }

        try
        {
            return new FileTest(file, ExampleRunner.Run(RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(text, file), facts)), []);
        }
        catch (RuleSetException unreadable)
        {
            return new FileTest(file, [], [.. unreadable.Faults.Select(fault => $"{fault.Path}: {fault.Message}")]);
        }
    }

    /// <summary>A line for each failure.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Unreadable.Select(problem => $"{File}: {problem}"),
        .. Results.Where(result => result.Failure is not null).Select(result => $"{File}: {result.Example.Path}: \"{result.Example.Name}\": {result.Failure}"),
    ];

    public object ToJson() => new
    {
        File,
        Passed,
        Failed,
        Unreadable,
        Examples = Results.Select(result => new
        {
            result.Example.Name,
            result.Example.Path,
            Passed = result.Failure is null,
            result.Failure,
            Outputs = JsonElement.Parse(result.Decision.Outputs.ToJson()),
            Rows = result.Decision.Rows.Select(row => row.Id),
        }),
    };
}
