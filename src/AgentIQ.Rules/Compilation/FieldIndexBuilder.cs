using System.Collections.Frozen;
using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Compilation;

/// <summary>Builds the index of one field from the limits that rows set to it.</summary>
internal static class FieldIndexBuilder
{
    /// <summary>32 MB of bitmaps. A field that would need more is asked row by row instead.</summary>
    private const long MaximumWords = 4 * 1024 * 1024;

    public static FieldIndex? Build(FieldReference field, IReadOnlyList<RowLimit> limits, int rows)
    {
        var words = (rows + 63) / 64;
        return field.Field.IsNumber ? Numbers(field, limits, rows, words) : Strings(field, limits, rows, words);
    }

    private static NumberIndex? Numbers(FieldReference field, IReadOnlyList<RowLimit> limits, int rows, int words)
    {
        List<(RowLimit Limit, IntervalSet Allowed)> allowed = [.. limits.Select(limit => (limit, limit.Numbers()))];
        long[] cuts = [.. allowed.SelectMany(row => row.Allowed.Ranges).SelectMany(Ends).Distinct().Order()];
        var bitmaps = Wildcards(limits, rows, words, cuts.Length + 2);
        if (bitmaps is null)
        {
            return null;
        }

        foreach (var (limit, numbers) in allowed)
        {
            foreach (var (from, to) in numbers.Ranges)
            {
                var last = NumberIndex.Bucket(cuts, to);
                for (var bucket = NumberIndex.Bucket(cuts, from); bucket <= last; bucket++)
                {
                    SetBit(bitmaps, words, bucket, limit.Row);
                }
            }
        }

        SetUnknown(bitmaps, words, cuts.Length + 1, limits);
        return new NumberIndex(field.Source, field.Slot, cuts, bitmaps, words);
    }

    private static IEnumerable<long> Ends((long From, long To) range)
    {
        if (range.From != long.MinValue)
        {
            yield return range.From;
        }

        if (range.To != long.MaxValue)
        {
            yield return range.To + 1;
        }
    }

    private static StringIndex? Strings(FieldReference field, IReadOnlyList<RowLimit> limits, int rows, int words)
    {
        var named = limits.SelectMany(limit => limit.Questions).Select(question => question.Operand).OfType<StringsOperand>()
            .SelectMany(strings => strings.Values).Distinct(StringComparer.Ordinal).ToList();
        var bitmaps = Wildcards(limits, rows, words, named.Count + 2);
        if (bitmaps is null || (long)named.Count * limits.Count > MaximumWords)
        {
            return null;
        }

        foreach (var limit in limits)
        {
            for (var bucket = 0; bucket <= named.Count; bucket++)
            {
                if (limit.AllowsString(bucket == 0 ? null : named[bucket - 1]))
                {
                    SetBit(bitmaps, words, bucket, limit.Row);
                }
            }
        }

        SetUnknown(bitmaps, words, named.Count + 1, limits);
        var buckets = named.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index + 1, StringComparer.Ordinal);
        return new StringIndex(field.Source, field.Slot, buckets, bitmaps, words);
    }

    private static ulong[]? Wildcards(IReadOnlyList<RowLimit> limits, int rows, int words, int buckets)
    {
        if ((long)buckets * words > MaximumWords)
        {
            return null;
        }

        var free = new ulong[words];
        for (var row = 0; row < rows; row++)
        {
            SetBit(free, words, 0, row);
        }

        foreach (var limit in limits)
        {
            free[limit.Row / 64] &= ~(1UL << (limit.Row % 64));
        }

        var bitmaps = new ulong[buckets * words];
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            free.CopyTo(bitmaps, bucket * words);
        }

        return bitmaps;
    }

    private static void SetUnknown(ulong[] bitmaps, int words, int bucket, IReadOnlyList<RowLimit> limits)
    {
        foreach (var limit in limits)
        {
            if (limit.AllowsUnknown)
            {
                SetBit(bitmaps, words, bucket, limit.Row);
            }
        }
    }

    private static void SetBit(ulong[] bitmaps, int words, int bucket, int row) =>
        bitmaps[(bucket * words) + (row / 64)] |= 1UL << (row % 64);
}
