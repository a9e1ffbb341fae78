using System.Collections.Frozen;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Compilation;

/// <summary>An index over exact strings: a bucket for each string that a row names, and bucket 0 for all others.</summary>
internal sealed class StringIndex(ValueSource source, int slot, FrozenDictionary<string, int> buckets, ulong[] bitmaps, int words)
    : FieldIndex(source, slot, bitmaps, words, buckets.Count + 1)
{
    protected override int BucketOf(FactValues values, int slot) =>
        buckets.GetValueOrDefault((string)values.Reference(slot)!, 0);
}
