using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Checking;

/// <summary>
/// The whole check of a document in one call, from its text to whether it may be published; what an editor, a command and the
/// publication of a version have in common. Stores nothing and never throws for what is in the text.
/// </summary>
public static class AuthorCheck
{
    /// <summary>Reads a text, checks its rows, compares it with what the platform locked, and runs its examples.</summary>
    /// <param name="json">The text, whatever it is.</param>
    /// <param name="fileName">The name that findings give to the set while its own cannot be read.</param>
    /// <param name="facts">The facts that it may ask about.</param>
    /// <param name="platform">The platform's version of the set; null when there is none or when the text is the platform's own.</param>
    public static AuthorReport Run(string json, string fileName, FactCatalogue facts, RuleSet? platform = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(facts);
        try
        {
            return Run(RuleSetDocument.Parse(json, fileName), facts, platform);
        }
        catch (RuleSetException exception)
        {
            return Unreadable(json, fileName, exception);
        }
    }

    /// <summary>Reads a document, checks its rows, compares it with what the platform locked, and runs its examples.</summary>
    /// <param name="document">The document.</param>
    /// <param name="facts">The facts that it may ask about.</param>
    /// <param name="platform">The platform's version of the set; null when there is none or when the document is the platform's own.</param>
    public static AuthorReport Run(RuleSetDocument document, FactCatalogue facts, RuleSet? platform = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(facts);
        CompiledRuleSet compiled;
        try
        {
            compiled = RuleSetCompiler.CompileWithoutExamples(document, facts);
        }
        catch (RuleSetException exception)
        {
            return Unreadable(document.Json, document.Name, exception);
        }

        var examples = ExampleRunner.Run(compiled);
        var found = RuleSetChecker.Check(compiled.Source);
        List<PolicyFinding> all =
        [
            .. platform is null ? [] : RuleSetChecker.CheckLocked(compiled.Source, platform),
            .. found.TakeWhile(finding => finding.Severity == FindingSeverity.Error),
            .. examples.Where(result => result.Failure is not null).Select(result => Failed(document.Name, result)),
            .. found.SkipWhile(finding => finding.Severity == FindingSeverity.Error),
        ];
        return new AuthorReport(all, examples, compiled);
    }

    private static AuthorReport Unreadable(string json, string set, RuleSetException exception)
    {
        var places = new DocumentPlaces(json);
        return new AuthorReport(
            [
                .. exception.Faults.Select(fault =>
                {
                    var (table, row, cell) = places.Of(fault.Path);
                    return new PolicyFinding(FindingKind.Unreadable, FindingSeverity.Error, places.SetName ?? set, fault.Path, FaultMessages.Of(fault.Message)) { Table = table, Row = row, Cell = cell };
                }),
            ],
            [],
            null);
    }

    private static PolicyFinding Failed(string set, ExampleResult result) =>
        new(FindingKind.FailedExample, FindingSeverity.Error, set, result.Example.Path, ExampleMessages.Failed(result))
        {
            OtherRows = [.. result.Decision.Rows.Select(row => row.Id)],
        };
}
