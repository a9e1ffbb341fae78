using System.Numerics;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>
/// A set of points of one dimension, as bits. Only the words between the first and the last point are kept: most questions of
/// a large table name one point or a short range, and then a comparison is a comparison of one word.
/// </summary>
internal sealed class PointSet : IEquatable<PointSet>
{
    private readonly int _start;
    private readonly ulong[] _words;

    private PointSet(int start, ulong[] words) => (_start, _words) = (start, words);

    public static PointSet Empty { get; } = new(0, []);

    public bool IsEmpty => _words.Length == 0;

    /// <summary>How much a comparison costs, in words.</summary>
    public int Cost => _words.Length;

    public int Count => _words.Sum(BitOperations.PopCount);

    public int First => (_start * 64) + BitOperations.TrailingZeroCount(_words[0]);

    public static PointSet Range(int from, int to)
    {
        if (from > to)
        {
            return Empty;
        }

        var start = from / 64;
        var words = new ulong[(to / 64) - start + 1];
        words.AsSpan().Fill(ulong.MaxValue);
        words[0] &= ulong.MaxValue << (from % 64);
        words[^1] &= ulong.MaxValue >> (63 - (to % 64));
        return new PointSet(start, words);
    }

    public static PointSet Of(IEnumerable<int> points)
    {
        List<ulong> words = [];
        foreach (var point in points)
        {
            while (words.Count <= point / 64)
            {
                words.Add(0);
            }

            words[point / 64] |= 1UL << (point % 64);
        }

        return Trimmed(0, [.. words]);
    }

    public bool Contains(int point)
    {
        var word = (point / 64) - _start;
        return (uint)word < (uint)_words.Length && (_words[word] >> (point % 64) & 1) != 0;
    }

    public bool Intersects(PointSet other)
    {
        var (from, to) = Common(other);
        for (var word = from; word < to; word++)
        {
            if ((_words[word - _start] & other._words[word - other._start]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsSubsetOf(PointSet other)
    {
        if (_start < other._start || End > other.End)
        {
            return IsEmpty;
        }

        for (var word = 0; word < _words.Length; word++)
        {
            if ((_words[word] & ~other._words[word + _start - other._start]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public PointSet Intersect(PointSet other)
    {
        if (IsSubsetOf(other))
        {
            return this;
        }

        var (from, to) = Common(other);
        if (from >= to)
        {
            return Empty;
        }

        var words = new ulong[to - from];
        for (var word = from; word < to; word++)
        {
            words[word - from] = _words[word - _start] & other._words[word - other._start];
        }

        return Trimmed(from, words);
    }

    public PointSet Union(PointSet other)
    {
        if (IsSubsetOf(other))
        {
            return other;
        }

        if (other.IsSubsetOf(this))
        {
            return this;
        }

        var start = Math.Min(_start, other._start);
        var words = new ulong[Math.Max(End, other.End) - start];
        _words.CopyTo(words, _start - start);
        for (var word = 0; word < other._words.Length; word++)
        {
            words[word + other._start - start] |= other._words[word];
        }

        return new PointSet(start, words);
    }

    public PointSet Except(PointSet other)
    {
        if (!Intersects(other))
        {
            return this;
        }

        var words = (ulong[])_words.Clone();
        var (from, to) = Common(other);
        for (var word = from; word < to; word++)
        {
            words[word - _start] &= ~other._words[word - other._start];
        }

        return Trimmed(_start, words);
    }

    public IEnumerable<int> Points()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var left = _words[word]; left != 0; left &= left - 1)
            {
                yield return ((_start + word) * 64) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    public bool Equals(PointSet? other) => other is not null && _start == other._start && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as PointSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_start);
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"{{{string.Join(", ", Points())}}}";

    private int End => _start + _words.Length;

    private (int From, int To) Common(PointSet other) => (Math.Max(_start, other._start), Math.Min(End, other.End));

    private static PointSet Trimmed(int start, ulong[] words)
    {
        var (from, to) = (0, words.Length);
        while (from < to && words[from] == 0)
        {
            from++;
        }

        while (to > from && words[to - 1] == 0)
        {
            to--;
        }

        return from == to ? Empty : new PointSet(start + from, from == 0 && to == words.Length ? words : words[from..to]);
    }
}
