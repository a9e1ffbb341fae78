using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Checking.Situations;
using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds rows of a unique table that apply together, and rows of an any table that apply together and disagree.</summary>
internal sealed class OverlapCheck(CheckedTable table, IReadOnlySet<CheckedRow> twins, SituationFinder situations)
{
    /// <summary>An author corrects some and checks again; nobody reads thousands.</summary>
    private const int MostPairs = 100;

    /// <summary>Boxes that two rows have in common and that are tried for an example.</summary>
    private const int MostBoxes = 4;

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _pairs;

    public void Run()
    {
        foreach (var row in table.Rows.Where(row => row.CanApply && row.Region is not null && !twins.Contains(row)))
        {
            if (table.Budget.IsSpent)
            {
                _open.Add(row.Row.Id);
                continue;
            }

            foreach (var other in Others(row))
            {
                if (_pairs == MostPairs)
                {
                    table.Report(table.Finding(FindingKind.TooComplex, FindingSeverity.Note, LimitMessages.MoreOverlaps(MostPairs)));
                    return;
                }

                Look(row, other);
            }
        }

        if (_open.Count > 0)
        {
            table.Report(table.Finding(FindingKind.TooComplex, FindingSeverity.Note, LimitMessages.Overlaps([.. _open])) with { OtherRows = [.. _open] });
        }
    }

    private List<CheckedRow> Others(CheckedRow row) =>
    [
        .. row.Region!.SelectMany(box => table.Index.Touching(box, table.Budget)).Select(place => table.Index.Owners[place]).Distinct()
            .Where(other => other.Order < row.Order && !twins.Contains(other) && (table.Table.HitPolicy == HitPolicy.Unique || other.Outcome != row.Outcome))
            .OrderBy(other => other.Order),
    ];

    private void Look(CheckedRow row, CheckedRow other)
    {
        var common = Region.Intersect(row.Region!, other.Region!).Take(MostBoxes);
        if (common.Select(box => situations.Find(box, rows => rows.Contains(row.Row) && rows.Contains(other.Row))).FirstOrDefault(found => found is not null) is not { } example)
        {
            _open.UnionWith([other.Row.Id, row.Row.Id]);
            return;
        }

        _pairs++;
        table.Report(new PolicyFinding(FindingKind.Overlap, FindingSeverity.Error, table.Set.Document.Name, row.Row.Path, TableMessages.Overlap(row.Row.Id, other.Row.Id, table.Table.HitPolicy, example.Facts))
        {
            Row = row.Row.Id,
            OtherRows = [other.Row.Id],
            Example = example.ToJson(),
            ExampleNow = example.Facts.Now,
        });
    }
}
