using AgentIQ.Rules.Checking.Checks;
using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Checking.Situations;
using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking;

/// <summary>Finds what is wrong with a set before it decides anything: what its author would otherwise learn from customers.</summary>
/// <remarks>
/// Rows become regions of a finite space: values that no question tells apart are one, and "nobody knows" is a value of its
/// own, because a row that asks about a field does not apply when the field is unknown. An error is always true; what could not be
/// proved is said as <see cref="FindingKind.TooComplex"/>. The work is bounded by a count of steps, so a check of ten thousand
/// rows ends within two seconds and says the same everywhere.
/// </remarks>
public static class RuleSetChecker
{
    /// <summary>About a second of comparisons.</summary>
    private const long SetBudget = 40_000_000;

    /// <summary>Checks the rows of a set that can be read. Rows that are switched off are left out. Does not run its examples.</summary>
    /// <param name="set">The set.</param>
    /// <returns>The findings: errors first, then in the order of the document.</returns>
    public static IReadOnlyList<PolicyFinding> Check(RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        List<PolicyFinding> findings = [];
        var budget = new Budget(null, SetBudget);
        var space = new SetSpace(set);
        HashSet<int> settled = [];
        List<CheckedTable> tables = [];
        for (var place = 0; place < set.Tables.Count; place++)
        {
            space.Open(place, settled);
            var table = new CheckedTable(set, place, space, budget, findings);
            if (CheckTable(table, tables, settled))
            {
                settled.UnionWith(Enumerable.Range(0, set.Outputs.Count).Where(slot => table.Rows.All(row => row.Row.Then.Any(value => value.Slot == slot))));
            }

            tables.Add(table);
        }

        OutputCheck.Run(set, findings);
        return InOrder(set, findings);
    }

    /// <summary>
    /// Checks that a seller's version of a set keeps what the platform locked: the locked tables, what they put out, and that
    /// nothing takes it back; and that it still declares every output that the platform's does, because the product reads them.
    /// </summary>
    /// <param name="seller">The seller's set.</param>
    /// <param name="platform">The platform's set.</param>
    /// <returns>The findings of kind <see cref="FindingKind.LockedChanged"/>, all of them errors, in the order of the platform's document.</returns>
    public static IReadOnlyList<PolicyFinding> CheckLocked(RuleSet seller, RuleSet platform)
    {
        ArgumentNullException.ThrowIfNull(seller);
        ArgumentNullException.ThrowIfNull(platform);
        return new LockedCheck(seller, platform).Run();
    }

    /// <summary>True when it is proved that one row of the table always decides.</summary>
    private static bool CheckTable(CheckedTable table, List<CheckedTable> earlier, HashSet<int> settled)
    {
        new ConditionCheck(table).Run();
        ListCheck.Run(table);
        var twins = TwinCheck.Run(table);
        if (table.Rows.Where(row => row.Region is null).Select(row => row.Row.Id).ToList() is { Count: > 0 } branching)
        {
            table.Report(table.Finding(FindingKind.TooComplex, FindingSeverity.Note, LimitMessages.Branching(branching)) with { OtherRows = branching });
        }

        var situations = new SituationFinder(table, earlier);
        switch (table.Table.HitPolicy)
        {
            case HitPolicy.First or HitPolicy.Priority:
                new UnreachableCheck(table, twins).Run();
                break;
            case HitPolicy.Unique or HitPolicy.Any:
                new OverlapCheck(table, twins, situations).Run();
                break;
            default:
                return false;
        }

        return new GapCheck(table, situations, settled).Run();
    }

    private static List<PolicyFinding> InOrder(RuleSet set, List<PolicyFinding> findings)
    {
        var tables = set.Tables.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        var rows = set.Tables.SelectMany(table => table.Rows).ToDictionary(row => row.Id, row => row.Place, StringComparer.Ordinal);
        return
        [
            .. findings.OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Table is { } table ? tables[table] : -1)
                .ThenBy(finding => finding.Row is { } row ? rows[row] : -1),
        ];
    }
}
