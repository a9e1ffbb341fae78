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

    /// <summary>Where the bitmap for the field's present value starts in <see cref="Bitmaps"/>.</summary>
    public int Offset(Evaluation evaluation)
    {
        var values = evaluation.ValuesOf(source);
        return (values.Known(slot) ? BucketOf(values, slot) : unknownBucket) * words;
    }

    protected abstract int BucketOf(FactValues values, int slot);
}
