using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>A row that counts, with the region where it applies. A class and not a record: rows are looked up by what they are.</summary>
/// <param name="row">The row.</param>
/// <param name="order">Its place in the total order of its table.</param>
/// <param name="region">Where it applies; null when its condition branches too much to be compared.</param>
/// <param name="rank">How severe its outputs are.</param>
/// <param name="outcome">Rows with the same outputs have the same number.</param>
internal sealed class CheckedRow(TableRow row, int order, IReadOnlyList<Box>? region, int rank, int outcome)
{
    public TableRow Row => row;

    public int Order => order;

    public IReadOnlyList<Box>? Region => region;

    public int Rank => rank;

    public int Outcome => outcome;

    /// <summary>Whether the row can apply, as far as is known.</summary>
    public bool CanApply => region is not { Count: 0 };
}
