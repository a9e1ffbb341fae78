using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>How severe the outputs of rows are, for <see cref="HitPolicy.Priority"/>.</summary>
internal static class RowSeverity
{
    /// <summary>
    /// A number for each row, greater for a more severe one and the same for equal ones: the outputs in their order, each by its number (an enum's
    /// place in its values); an output not named counts least.
    /// </summary>
    public static int[] Ranks(List<TableRow> rows, IReadOnlyList<OutputField> outputs)
    {
        int[] slots = [.. outputs.Where(output => output.Field.IsNumber).Select(output => output.Slot)];
        long[][] keys = [.. rows.Select(row => Key(row, slots))];
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        Array.Sort(order, (left, right) => keys[left].AsSpan().SequenceCompareTo(keys[right]));
        var ranks = new int[rows.Count];
        for (var place = 1; place < order.Length; place++)
        {
            ranks[order[place]] = ranks[order[place - 1]] + (keys[order[place]].AsSpan().SequenceEqual(keys[order[place - 1]]) ? 0 : 1);
        }

        return ranks;
    }

    private static long[] Key(TableRow row, int[] slots) =>
        [.. slots.Select(slot => row.Then.FirstOrDefault(value => value.Slot == slot)?.Number ?? long.MinValue)];
}
