using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>Tells rows that say the same from rows that do not.</summary>
internal static class RowOutcomes
{
    /// <summary>A number for each row; rows with the same outputs have the same one.</summary>
    public static int[] Of(IEnumerable<TableRow> rows)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            var said = string.Join('|', row.Then.OrderBy(value => value.Slot).Select(value => $"{value.Slot}={value.Number}{value.Reference}"));
            return numbers.TryGetValue(said, out var known) ? known : numbers[said] = numbers.Count;
        })];
    }
}
