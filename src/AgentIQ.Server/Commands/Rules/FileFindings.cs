using System.Text.Json;
using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>What was found in one file.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Findings">Errors first.</param>
internal sealed record FileFindings(string File, IReadOnlyList<PolicyFinding> Findings)
{
    public static async Task<FileFindings> OfAsync(string file, FactCatalogue facts, CommandContext context, CancellationToken ct)
    {
        var (text, problem) = await RuleFile.ReadAsync(file, context, ct);
        return new FileFindings(file, problem is null ? AuthorCheck.Run(text, file, facts, platform: null).Findings : [Unreadable(problem)]);
    }

    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>One line for a person: <c>file: path: severity: message</c>.</summary>
    public IEnumerable<string> Lines() => Findings.Select(finding => $"{File}: {finding.Path}: {Word(finding.Severity)}: {finding.Message.En}");

    public object ToJson() => new
    {
        File,
        Valid = Count(FindingSeverity.Error) == 0,
        Findings = Findings.Select(finding => new
        {
            Kind = Word(finding.Kind),
            Severity = Word(finding.Severity),
            finding.Path,
            finding.Table,
            finding.Row,
            finding.Cell,
            finding.OtherRows,
            Message = finding.Message.En,
            Example = finding.Example is { } example ? JsonElement.Parse(example) : (JsonElement?)null,
        }),
    };

    private static PolicyFinding Unreadable(string problem) =>
        new(FindingKind.Unreadable, FindingSeverity.Error, "", "$", new LocalizedText(problem, problem));

    private static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
