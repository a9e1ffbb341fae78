using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds rows that ask the same as another one: duplicates when they also say the same, else contradictions.</summary>
internal static class TwinCheck
{
    /// <summary>Reports them and names those of them that never decide or are reported with their twin.</summary>
    public static IReadOnlySet<CheckedRow> Run(CheckedTable table)
    {
        HashSet<CheckedRow> twins = [];
        foreach (var group in DecisionOrder.Of(table).Where(row => row.Region is not null).GroupBy(row => row.Region!, new Region.SameBoxes()))
        {
            var first = group.First();
            foreach (var row in group.Skip(1))
            {
                if (Judge(table, first, row) is not var (kind, severity))
                {
                    continue;
                }

                twins.Add(row);
                var message = kind == FindingKind.Duplicate
                    ? TableMessages.Duplicate(row.Row.Id, first.Row.Id)
                    : TableMessages.Contradiction(row.Row.Id, first.Row.Id, table.Table.HitPolicy);
                table.Report(kind, severity, row, message, first);
            }
        }

        return twins;
    }

    private static (FindingKind Kind, FindingSeverity Severity)? Judge(CheckedTable table, CheckedRow first, CheckedRow row)
    {
        var same = first.Outcome == row.Outcome;
        return table.Table.HitPolicy switch
        {
            // Rows that are collected may each add something; only an output that takes one value makes them rivals.
            HitPolicy.Collect when same => (FindingKind.Duplicate, FindingSeverity.Warning),
            HitPolicy.Collect => Rivals(table, first, row) ? (FindingKind.Contradiction, FindingSeverity.Warning) : null,
            HitPolicy.Any when same => (FindingKind.Duplicate, FindingSeverity.Warning),
            _ => (same ? FindingKind.Duplicate : FindingKind.Contradiction, FindingSeverity.Error),
        };
    }

    private static bool Rivals(CheckedTable table, CheckedRow first, CheckedRow row) =>
        row.Row.Then.Any(value => table.Set.Outputs[value.Slot].Merge is null && first.Row.Then.Any(other => other.Slot == value.Slot && other != value));
}
