using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>
/// Random sets of two tables. Which outputs go together is more than the checker calculates with, so here it may leave a case open, but
/// what it says must be true and what it does not say must be said to be open.
/// </summary>
public sealed class ChainedBruteForceTests
{
    private const int Sets = 150;

    [Theory]
    [InlineData("first")]
    [InlineData("unique")]
    public void What_the_checker_says_is_so(string hitPolicy)
    {
        for (var seed = 1; seed <= Sets; seed++)
        {
            var json = SmallWorld.Chained(seed, hitPolicy);
            if (Disagreement(json, hitPolicy) is not null)
            {
                var shrunk = Shrinker.Shrink(json, candidate => Disagreement(candidate, hitPolicy) is not null);
                Assert.Fail($"seed {seed}: {Disagreement(shrunk, hitPolicy)}\n{shrunk}");
            }
        }
    }

    private static string? Disagreement(string json, string hitPolicy)
    {
        CompiledRuleSet collecting;
        try
        {
            collecting = Compile(json.Replace($"\"hitPolicy\":\"{hitPolicy}\",\"rows\"", "\"hitPolicy\":\"collect\",\"rows\"", StringComparison.Ordinal)
                .Replace($"\"hitPolicy\": \"{hitPolicy}\", \"rows\"", "\"hitPolicy\": \"collect\", \"rows\"", StringComparison.Ordinal));
        }
        catch (RuleSetException)
        {
            // A smaller document that cannot be read shows nothing.
            return null;
        }

        var findings = RuleSetChecker.Check(Read(json, SmallWorld.Catalogue)).Where(finding => finding.Table == "two").ToList();
        var open = findings.Exists(finding => finding.Kind == FindingKind.TooComplex);
        var applying = SmallWorld.Everything.Select(facts => Applying(collecting, facts)).ToList();

        // The output of the second table has no default, so every gap is worth a finding.
        return NotSo(findings, applying, hitPolicy)
            ?? WrongExamples(findings, collecting)
            ?? (!open && applying.Exists(rows => rows.Count == 0) && !findings.Exists(finding => finding.Kind == FindingKind.Gap) ? "a gap is neither shown nor left open" : null)
            ?? (!open && hitPolicy == "unique" ? Unsaid(findings, applying) : null);
    }

    private static string? NotSo(List<PolicyFinding> findings, List<HashSet<string>> applying, string hitPolicy)
    {
        var never = findings.Find(finding => finding.Kind is FindingKind.NeverTrue or FindingKind.OutsideDomain && finding.Severity == FindingSeverity.Error && applying.Exists(rows => rows.Contains(finding.Row!)));
        var reached = hitPolicy == "first"
            ? findings.Find(finding => finding.Kind == FindingKind.Unreachable && applying.Exists(rows => rows.Contains(finding.Row!) && !rows.Overlaps(finding.OtherRows)))
            : null;
        return never is not null ? $"the row can apply: {never}" : reached is not null ? $"the row is not covered: {reached}" : null;
    }

    private static string? WrongExamples(List<PolicyFinding> findings, CompiledRuleSet collecting) =>
        findings.Where(finding => finding.Example is not null).Select(finding =>
        {
            var rows = Applying(collecting, FactsOf(finding, SmallWorld.Catalogue));
            var right = finding.Kind == FindingKind.Gap ? rows.Count == 0 : rows.Contains(finding.Row!) && rows.Contains(finding.OtherRows[0]);
            return right ? null : $"the example shows something else: {finding} {finding.Example}";
        }).FirstOrDefault(wrong => wrong is not null);

    private static string? Unsaid(List<PolicyFinding> findings, List<HashSet<string>> applying)
    {
        var said = findings.Where(finding => finding.Row is not null && finding.OtherRows.Count > 0).ToList();
        var repeated = said.Where(finding => finding.Kind != FindingKind.Overlap).Select(finding => finding.Row).ToHashSet();
        var pair = applying.SelectMany(rows => rows.SelectMany(row => rows.Where(other => string.CompareOrdinal(other, row) < 0).Select(other => (row, other))))
            .Where(pair => !repeated.Contains(pair.row) && !repeated.Contains(pair.other))
            .FirstOrDefault(pair => !said.Exists(finding => finding.Row == pair.row && finding.OtherRows.Contains(pair.other)));
        return pair.row is null ? null : $"{pair.row} and {pair.other} meet, which is neither shown nor left open";
    }

    private static HashSet<string> Applying(CompiledRuleSet collecting, FactValues facts) =>
        [.. collecting.Evaluate(facts).Rows.Where(row => row.Table == "two").Select(row => row.Id)];

    private static CompiledRuleSet Compile(string json) => RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(json, "test.json"), SmallWorld.Catalogue);
}
