using System.Numerics;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Compilation;

/// <summary>
/// Which rows of a table one field allows: a bitmap per bucket of values, bit i = row i of the total order. A row that
/// does not ask about the field is set in every bitmap.
/// </summary>
internal abstract class FieldIndex(ValueSource source, int slot, ulong[] bitmaps, int words, int unknownBucket)
{
    public ulong[] Bitmaps => bitmaps;

    /// <summary>The part of the rows that a value lets through, on average over its buckets: the smaller, the more the index tells.</summary>
    public double Density { get; } = DensityOf(bitmaps);

    /// <summary>Where the bitmap for the field's present value starts in <see cref="Bitmaps"/>.</summary>
    public int Offset(Evaluation evaluation)
    {
        var values = evaluation.ValuesOf(source);
        return (values.Known(slot) ? BucketOf(values, slot) : unknownBucket) * words;
    }

    protected abstract int BucketOf(FactValues values, int slot);

    private static double DensityOf(ulong[] bitmaps)
    {
        long set = 0;
        foreach (var word in bitmaps)
        {
            set += BitOperations.PopCount(word);
        }

        return bitmaps.Length == 0 ? 1 : set / (64.0 * bitmaps.Length);
    }
}
