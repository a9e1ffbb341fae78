using System.Collections.Frozen;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Compilation;

/// <summary>Builds the index of one field from the limits that rows set to it.</summary>
internal static class FieldIndexBuilder
{
    /// <summary>32 MB of bitmaps. A field that would need more is asked row by row instead.</summary>
    private const long MaximumWords = 4 * 1024 * 1024;

    public static FieldIndex? Build(FieldReference field, IReadOnlyList<RowLimit> limits, int rows)
    {
        var words = (rows + 63) / 64;
        return field.Field switch
        {
            var members when MembersIndex.Serves(members) => Members(field, limits, rows, words),
            { IsNumber: true } => Numbers(field, limits, rows, words),
            _ => Strings(field, limits, rows, words),
        };
    }

    private static MembersIndex? Members(FieldReference field, IReadOnlyList<RowLimit> limits, int rows, int words)
    {
        var buckets = 1 << field.Field.Values.Count;
        if ((long)(buckets + 1) * words > MaximumWords)
        {
            return null;
        }

        var bitmaps = new ulong[(buckets + 1) * words];
        var free = Free(limits, rows, words);
        MembersLimit[] allowed = [.. limits.Select(limit => limit.Members())];
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            free.CopyTo(bitmaps, bucket * words);
            foreach (ref readonly var limit in allowed.AsSpan())
            {
                if (limit.Allows(bucket))
                {
                    SetBit(bitmaps, words, bucket, limit.Row);
                }
            }
        }

        Unknown(bitmaps, words, buckets, free, limits);
        return new MembersIndex(field.Source, field.Slot, buckets, bitmaps, words);
    }

    private static NumberIndex? Numbers(FieldReference field, IReadOnlyList<RowLimit> limits, int rows, int words)
    {
        List<(int Row, IntervalSet Allowed)> allowed = [.. limits.Select(limit => (limit.Row, limit.Numbers()))];
        long[] cuts = [.. allowed.SelectMany(row => row.Allowed.CutPoints()).Distinct().Order()];
        var unknown = cuts.Length + 1;
        if ((long)(unknown + 1) * words > MaximumWords)
        {
            return null;
        }

        // A row's bit changes where one of its ranges begins and after where it ends: the changes are noted at their bucket,
        // and each bucket is then the one before it with its changes. So a wide range costs as little as a narrow one.
        var bitmaps = new ulong[(unknown + 1) * words];
        var free = Free(limits, rows, words);
        free.CopyTo(bitmaps, 0);
        foreach (var (row, numbers) in allowed)
        {
            foreach (var (from, to) in numbers.Ranges)
            {
                Flip(bitmaps, words, NumberIndex.Bucket(cuts, from), row);
                if (NumberIndex.Bucket(cuts, to) is var last && last < cuts.Length)
                {
                    Flip(bitmaps, words, last + 1, row);
                }
            }
        }

        for (var bucket = 1; bucket < unknown; bucket++)
        {
            for (var word = 0; word < words; word++)
            {
                bitmaps[(bucket * words) + word] ^= bitmaps[((bucket - 1) * words) + word];
            }
        }

        Unknown(bitmaps, words, unknown, free, limits);
        return new NumberIndex(field.Source, field.Slot, cuts, bitmaps, words);
    }

    private static StringIndex? Strings(FieldReference field, IReadOnlyList<RowLimit> limits, int rows, int words)
    {
        var buckets = limits.SelectMany(limit => limit.Named()).Distinct(StringComparer.Ordinal).Index()
            .ToFrozenDictionary(pair => pair.Item, pair => pair.Index + 1, StringComparer.Ordinal);
        var unknown = buckets.Count + 1;
        var forbidding = limits.Count(limit => limit.Wanted() is null);
        if ((long)(unknown + 1) * words > MaximumWords || (long)forbidding * buckets.Count > MaximumWords)
        {
            return null;
        }

        var bitmaps = new ulong[(unknown + 1) * words];
        var free = Free(limits, rows, words);
        for (var bucket = 0; bucket <= unknown; bucket++)
        {
            free.CopyTo(bitmaps, bucket * words);
        }

        foreach (var limit in limits)
        {
            if (limit.Wanted() is null && limit.AllowsString(null))
            {
                SetBit(bitmaps, words, 0, limit.Row);
            }

            foreach (var value in limit.Wanted() ?? buckets.Keys)
            {
                if (limit.AllowsString(value))
                {
                    SetBit(bitmaps, words, buckets[value], limit.Row);
                }
            }
        }

        Unknown(bitmaps, words, unknown, free, limits);
        return new StringIndex(field.Source, field.Slot, buckets, bitmaps, words);
    }

    /// <summary>The rows that do not ask about the field.</summary>
    private static ulong[] Free(IReadOnlyList<RowLimit> limits, int rows, int words)
    {
        var free = new ulong[words];
        free.AsSpan().Fill(ulong.MaxValue);
        if (rows % 64 != 0)
        {
            free[^1] = (1UL << (rows % 64)) - 1;
        }

        foreach (var limit in limits)
        {
            Flip(free, words, 0, limit.Row);
        }

        return free;
    }

    private static void Unknown(ulong[] bitmaps, int words, int bucket, ulong[] free, IReadOnlyList<RowLimit> limits)
    {
        free.CopyTo(bitmaps, bucket * words);
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

    private static void Flip(ulong[] bitmaps, int words, int bucket, int row) =>
        bitmaps[(bucket * words) + (row / 64)] ^= 1UL << (row % 64);
}
