using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Tests.Compilation;
using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>Random sets over a small world: the checker says what a look at every situation says, no more and no less.</summary>
public sealed class BruteForceTests
{
    private const int Sets = 150;

    [Theory]
    [InlineData("first")]
    [InlineData("priority")]
    [InlineData("unique")]
    [InlineData("any")]
    public void The_checker_agrees_with_a_look_at_every_situation(string hitPolicy)
    {
        for (var seed = 1; seed <= Sets; seed++)
        {
            var json = SmallWorld.Document(seed, hitPolicy);
            if (Disagreement(json, hitPolicy) is not null)
            {
                var shrunk = Shrinker.Shrink(json, candidate => Disagreement(candidate, hitPolicy) is not null);
                Assert.Fail($"seed {seed}: {Disagreement(shrunk, hitPolicy)}\n{shrunk}");
            }
        }
    }

    private static string? Disagreement(string json, string hitPolicy)
    {
        var set = Read(json, SmallWorld.Catalogue);
        var table = set.Tables[0];
        var findings = RuleSetChecker.Check(set);
        var applying = SmallWorld.Everything.Select(facts => NaiveEvaluator.MatchingRows(table, facts)).ToList();
        if (findings.Of(FindingKind.TooComplex).FirstOrDefault() is { } tooComplex)
        {
            return $"too complex: {tooComplex.Message.En}";
        }

        var never = table.Rows.Select(row => row.Id).Except(applying.SelectMany(rows => rows), StringComparer.Ordinal).ToHashSet();
        var twins = findings.Where(finding => finding.Kind is FindingKind.Duplicate or FindingKind.Contradiction && finding.Cell is null && finding.Severity != FindingSeverity.Note).ToList();
        return Differ("rows that are never true", never, Rows(findings.Where(finding => finding is { Kind: FindingKind.NeverTrue, Severity: FindingSeverity.Error })))
            ?? Differ("gap", Some(applying.Exists(rows => rows.Count == 0)), Some(findings.Of(FindingKind.Gap).Any()))
            ?? findings.Of(FindingKind.Gap).Select(gap => NaiveEvaluator.MatchingRows(table, FactsOf(gap, SmallWorld.Catalogue)).Count == 0 ? null : $"in the example of the gap a row applies: {gap.Example}").FirstOrDefault()
            ?? twins.Select(twin => applying.Exists(rows => rows.Contains(twin.Row!) != rows.Contains(twin.OtherRows[0])) ? $"not the same condition: {twin}" : null).FirstOrDefault(wrong => wrong is not null)
            ?? (hitPolicy is "first" or "priority" ? Deciding(json, findings, applying, twins, never) : Meeting(findings, applying, twins, table.Rows.ToDictionary(row => row.Id, row => row.Then[0].Number), hitPolicy));
    }

    private static string? Deciding(string json, IReadOnlyList<PolicyFinding> findings, List<IReadOnlyList<string>> applying, List<PolicyFinding> twins, HashSet<string> never)
    {
        var compiled = AgentIQ.Rules.Compilation.RuleSetCompiler.CompileWithoutExamples(AgentIQ.Rules.Sets.RuleSetDocument.Parse(json, "t"), SmallWorld.Catalogue);
        var decide = SmallWorld.Everything.SelectMany(facts => compiled.Evaluate(facts).Rows.Select(row => row.Id)).ToHashSet();
        var covered = compiled.Rows.Select(rule => rule.Row.Id).Where(row => !decide.Contains(row) && !never.Contains(row));
        var unreachable = findings.Of(FindingKind.Unreachable).ToList();
        return Differ("rows that never decide", covered, Rows(unreachable.Concat(twins)))
            ?? unreachable.Select(finding => WronglyCovered(finding, applying)).FirstOrDefault(wrong => wrong is not null);
    }

    /// <summary>The named rows cover the row, and none of them can be left out.</summary>
    private static string? WronglyCovered(PolicyFinding finding, List<IReadOnlyList<string>> applying)
    {
        var where = applying.Where(rows => rows.Contains(finding.Row!)).ToList();
        bool Cover(IEnumerable<string> rows) => where.TrueForAll(here => here.Intersect(rows, StringComparer.Ordinal).Any());
        return !Cover(finding.OtherRows) ? $"{string.Join(',', finding.OtherRows)} do not cover {finding.Row}"
            : finding.OtherRows.FirstOrDefault(row => Cover(finding.OtherRows.Where(other => other != row))) is { } spare ? $"{finding.Row} is covered without {spare}"
            : null;
    }

    private static string? Meeting(IReadOnlyList<PolicyFinding> findings, List<IReadOnlyList<string>> applying, List<PolicyFinding> twins, Dictionary<string, long> says, string hitPolicy)
    {
        // A row that repeats another meets whatever that one meets; it is said once.
        var repeated = Rows(twins).ToHashSet(StringComparer.Ordinal);
        var pairs = applying.SelectMany(rows => rows.SelectMany(row => rows.TakeWhile(other => other != row).Select(other => (row, other))))
            .Where(pair => hitPolicy == "unique" || says[pair.row] != says[pair.other])
            .Where(pair => !repeated.Contains(pair.row) && !repeated.Contains(pair.other)).Select(pair => $"{pair.row}+{pair.other}").Distinct(StringComparer.Ordinal);
        return Differ("rows that meet", pairs, findings.Of(FindingKind.Overlap).Select(finding => $"{finding.Row}+{finding.OtherRows[0]}"));
    }

    private static IEnumerable<string> Rows(IEnumerable<PolicyFinding> findings) => findings.Select(finding => finding.Row!).Distinct(StringComparer.Ordinal);

    private static string[] Some(bool there) => there ? ["some"] : [];

    private static string? Differ(string what, IEnumerable<string> expected, IEnumerable<string> came)
    {
        var (wanted, found) = (string.Join(", ", expected.Order(StringComparer.Ordinal)), string.Join(", ", came.Order(StringComparer.Ordinal)));
        return wanted == found ? null : $"{what}: expected [{wanted}], came [{found}]";
    }
}
