using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>In which order the rows of a table decide when several apply.</summary>
internal static class DecisionOrder
{
    /// <summary>The rows that can apply, the deciding ones first: the total order, and under "priority" the more severe before it.</summary>
    public static IReadOnlyList<CheckedRow> Of(CheckedTable table) => table.Table.HitPolicy == HitPolicy.Priority
        ? [.. table.Rows.Where(row => row.CanApply).OrderByDescending(row => row.Rank).ThenBy(row => row.Order)]
        : [.. table.Rows.Where(row => row.CanApply)];
}
