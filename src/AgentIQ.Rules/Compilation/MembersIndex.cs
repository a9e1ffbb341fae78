using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Compilation;

/// <summary>An index over a set of few values: a bucket for each of the sets that there can be.</summary>
internal sealed class MembersIndex(ValueSource source, int slot, int buckets, ulong[] bitmaps, int words) : FieldIndex(source, slot, bitmaps, words, buckets)
{
    /// <summary>1,024 sets. A field of more values is asked row by row.</summary>
    private const int MostValues = 10;

    /// <summary>Whether the field is a set of few enough values.</summary>
    public static bool Serves(FactField field) => field.Type == FactType.Set && field.Values.Count <= MostValues;

    protected override int BucketOf(FactValues values, int slot) => (int)values.Number(slot);
}
