using AgentIQ.Rules;
using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Checks;

/// <summary>Checks texts as publishing would.</summary>
internal sealed class PolicyChecks(IPolicies policies)
{
    /// <summary>Checks a text that shall become a version of a set.</summary>
    /// <returns>The report, and what it says about a text of another set, which it does not know.</returns>
    public AuthorReport Check(string set, string document)
    {
        var report = AuthorCheck.Run(document, set, policies.Catalogue, policies.Platform(set).Source);
        return report.Compiled is { } read && !string.Equals(read.Name, set, StringComparison.Ordinal)
            ? report with { Findings = [OtherName(set, read.Name), .. report.Findings.Where(finding => finding.Kind is not FindingKind.LockedChanged)] }
            : report;
    }

    /// <summary>A report in a language, with the rows as sentences.</summary>
    public static PolicyCheckView View(AuthorReport report, Language language) => new(
        report.Readable,
        report.CanPublish,
        [.. report.Findings.Select(finding => PolicyFindingView.Of(finding, language))],
        report.Compiled is { } set
            ? set.Source.Tables.SelectMany(table => table.Rows, (table, row) => (row.Id, Sentence: RuleSentences.Of(set.Source, table, row).In(language)))
                .ToDictionary(row => row.Id, row => row.Sentence, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal),
        [.. report.Examples.Select(PolicyExampleView.Of)]);

    /// <summary>A text saved under another set would decide something else than its author sees.</summary>
    private static PolicyFinding OtherName(string set, string name) => new(FindingKind.Unreadable, FindingSeverity.Error, set, "$.name", new LocalizedText(
        $"Ожидалось имя набора «{set}», а указано «{name}»; исправьте имя или откройте другой набор.",
        $"Expected the name of the set, {set}, came {name}; correct the name or open the other set."));
}
