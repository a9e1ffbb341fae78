using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Compilation;

/// <summary>An index over numbers: the cut points of all questions divide them into buckets.</summary>
internal sealed class NumberIndex(ValueSource source, int slot, long[] cuts, ulong[] bitmaps, int words)
    : FieldIndex(source, slot, bitmaps, words, cuts.Length + 1)
{
    /// <summary>Enums, flags and ratings span few values: for them a table replaces the search.</summary>
    private const int DenseSpan = 1024;

    private readonly int[]? _dense = Dense(cuts);

    protected override int BucketOf(FactValues values, int slot)
    {
        var value = values.Number(slot);
        if (_dense is null)
        {
            return Bucket(cuts, value);
        }

        if (value < cuts[0])
        {
            return 0;
        }

        return value >= cuts[^1] ? cuts.Length : _dense[value - cuts[0]];
    }

    /// <summary>How many cut points are not greater than the value.</summary>
    public static int Bucket(long[] cuts, long value)
    {
        var place = Array.BinarySearch(cuts, value);
        return place >= 0 ? place + 1 : ~place;
    }

    private static int[]? Dense(long[] cuts) =>
        cuts.Length == 0 || (decimal)cuts[^1] - cuts[0] > DenseSpan
            ? null
            : [.. Enumerable.Range(0, (int)(cuts[^1] - cuts[0])).Select(step => Bucket(cuts, cuts[0] + step))];
}
