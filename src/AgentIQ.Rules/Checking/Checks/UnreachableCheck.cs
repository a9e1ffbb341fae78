using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Checking.Wording;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds rows that never decide, because rows that decide before them cover all that suits them.</summary>
internal sealed class UnreachableCheck(CheckedTable table, IReadOnlySet<CheckedRow> twins)
{
    /// <summary>How much one row may cost, so that a hard one leaves something for the others.</summary>
    private const long RowBudget = 400_000;

    private readonly CoverSearch _search = new(table.Space.Dimensions, table.Index.Boxes);
    private readonly List<string> _open = [];

    public void Run()
    {
        var order = DecisionOrder.Of(table);
        var places = new int[table.Rows.Count];
        foreach (var (place, row) in order.Index())
        {
            places[row.Order] = place;
        }

        foreach (var row in order.Where(row => row.Region is not null && !twins.Contains(row)))
        {
            Look(row, other => places[other.Order] < places[row.Order]);
        }

        if (_open.Count > 0)
        {
            table.Report(table.Finding(FindingKind.TooComplex, FindingSeverity.Note, LimitMessages.Coverage(_open)) with { OtherRows = _open });
        }
    }

    private void Look(CheckedRow row, Func<CheckedRow, bool> decidesBefore)
    {
        if (table.Budget.IsSpent)
        {
            _open.Add(row.Row.Id);
            return;
        }

        var budget = table.Budget.Part(RowBudget);
        HashSet<int> used = [];
        List<(Box Box, List<int> Covers)> parts = [];
        foreach (var box in row.Region!)
        {
            List<int> covers = [.. table.Index.Covering(box, budget).Where(cover => decidesBefore(table.Index.Owners[cover]))];
            var end = budget.IsSpent ? SearchEnd.GaveUp : _search.Find(box, covers, budget);
            if (end != SearchEnd.Covered)
            {
                if (end == SearchEnd.GaveUp)
                {
                    _open.Add(row.Row.Id);
                }

                return;
            }

            used.UnionWith(_search.Used);
            parts.Add((box, covers));
        }

        List<CheckedRow> covering = [.. used.Select(cover => table.Index.Owners[cover]).Distinct().OrderBy(other => other.Order)];
        covering = Fewer(parts, covering, budget);
        var message = TableMessages.Unreachable(row.Row.Id, [.. covering.Select(other => other.Row.Id)], table.Table.HitPolicy);
        table.Report(FindingKind.Unreachable, FindingSeverity.Error, row, message, covering);
    }

    /// <summary>Leaves out one row after the other while the rest still covers.</summary>
    private List<CheckedRow> Fewer(List<(Box Box, List<int> Covers)> parts, List<CheckedRow> covering, Budget budget)
    {
        var kept = covering;
        foreach (var row in covering.AsEnumerable().Reverse())
        {
            List<CheckedRow> without = [.. kept.Where(other => other != row)];
            if (parts.TrueForAll(part => _search.Find(part.Box, part.Covers.Where(cover => without.Contains(table.Index.Owners[cover])), budget) == SearchEnd.Covered))
            {
                kept = without;
            }
        }

        return kept;
    }
}
