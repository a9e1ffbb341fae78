using System.Text.Json;
using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Checks;

/// <summary>What checking a text found.</summary>
/// <param name="Readable">Whether it can be read at all; when not, there are no sentences and no examples.</param>
/// <param name="CanPublish">Whether nothing forbids publishing: no error and no failed example.</param>
/// <param name="Findings">What is wrong, the worst first.</param>
/// <param name="Sentences">Every row as a sentence, by its id.</param>
/// <param name="Examples">How the examples come out.</param>
public sealed record PolicyCheckView(
    bool Readable,
    bool CanPublish,
    IReadOnlyList<PolicyFindingView> Findings,
    IReadOnlyDictionary<string, string> Sentences,
    IReadOnlyList<PolicyExampleView> Examples);

/// <summary>How bad a finding is.</summary>
public enum PolicyFindingSeverity
{
    /// <summary>Certainly a mistake; it must not be published.</summary>
    Error,

    /// <summary>Probably a mistake; it may be published all the same.</summary>
    Warning,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,
}

/// <summary>One thing that is wrong with a set.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Its place in the text as a JSON path.</param>
/// <param name="Table">The table, or null.</param>
/// <param name="Row">The row, or null.</param>
/// <param name="Cell">The column, or null.</param>
/// <param name="OtherRows">Other rows that it is about.</param>
/// <param name="Message">What was found, and what to do.</param>
/// <param name="Example">Facts that show it and can be evaluated, or null.</param>
public sealed record PolicyFindingView(
    FindingKind Kind,
    PolicyFindingSeverity Severity,
    string Path,
    string? Table,
    string? Row,
    string? Cell,
    IReadOnlyList<string> OtherRows,
    string Message,
    IReadOnlyDictionary<string, JsonElement>? Example)
{
    internal static PolicyFindingView Of(PolicyFinding finding, Language language) => new(
        finding.Kind,
        finding.Severity switch
        {
            FindingSeverity.Error => PolicyFindingSeverity.Error,
            FindingSeverity.Warning => PolicyFindingSeverity.Warning,
            _ => PolicyFindingSeverity.Note,
        },
        finding.Path,
        finding.Table,
        finding.Row,
        finding.Cell,
        finding.OtherRows,
        finding.Message.In(language),
        finding.Example is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(finding.Example));
}

/// <summary>How an example came out.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Path">Its place in the text as a JSON path.</param>
/// <param name="Passed">Whether it came out as it says.</param>
/// <param name="Failure">What differs, or null.</param>
/// <param name="Outputs">What the set decided.</param>
/// <param name="Rows">The rows that decided.</param>
public sealed record PolicyExampleView(
    string Name, string Path, bool Passed, string? Failure, IReadOnlyDictionary<string, JsonElement> Outputs, IReadOnlyList<string> Rows)
{
    internal static PolicyExampleView Of(ExampleResult result) => new(
        result.Example.Name,
        result.Example.Path,
        result.Failure is null,
        result.Failure,
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(result.Decision.Outputs.ToJson())!,
        [.. result.Decision.Rows.Select(row => row.Id)]);
}
