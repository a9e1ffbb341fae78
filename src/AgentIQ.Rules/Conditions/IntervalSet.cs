namespace AgentIQ.Rules.Conditions;

/// <summary>
/// A set of whole numbers as disjoint ascending ranges. Every question about a number is one of these, so one closure
/// answers it, and the index and the author's checks can calculate with it.
/// </summary>
public sealed class IntervalSet
{
    private readonly (long From, long To)[] _ranges;

    private IntervalSet((long From, long To)[] ranges) => _ranges = ranges;

    /// <summary>Every number.</summary>
    public static IntervalSet Everything { get; } = new([(long.MinValue, long.MaxValue)]);

    /// <summary>No number.</summary>
    public static IntervalSet Nothing { get; } = new([]);

    /// <summary>The ranges, ascending and apart from each other; both ends are included.</summary>
    public IReadOnlyList<(long From, long To)> Ranges => _ranges;

    /// <summary>The numbers from one to another, both included; nothing when they are the wrong way round.</summary>
    public static IntervalSet Between(long from, long to) => from > to ? Nothing : new([(from, to)]);

    /// <summary>Exactly these numbers.</summary>
    public static IntervalSet Of(IEnumerable<long> values)
    {
        long[] sorted = [.. values];
        Array.Sort(sorted);
        List<(long From, long To)> joined = new(sorted.Length);
        foreach (var value in sorted)
        {
            if (joined.Count > 0 && (joined[^1].To == value || joined[^1].To + 1 == value))
            {
                joined[^1] = (joined[^1].From, value);
            }
            else
            {
                joined.Add((value, value));
            }
        }

        return new([.. joined]);
    }

    /// <summary>The numbers at which the answer changes on the way up: where a range begins, and the first number after it.</summary>
    public IEnumerable<long> CutPoints()
    {
        foreach (var (from, to) in _ranges)
        {
            if (from != long.MinValue)
            {
                yield return from;
            }

            if (to != long.MaxValue)
            {
                yield return to + 1;
            }
        }
    }

    /// <summary>Every other number.</summary>
    public IntervalSet Complement()
    {
        List<(long From, long To)> gaps = [];
        var next = long.MinValue;
        foreach (var (from, to) in _ranges)
        {
            if (from > next)
            {
                gaps.Add((next, from - 1));
            }

            if (to == long.MaxValue)
            {
                return new([.. gaps]);
            }

            next = to + 1;
        }

        gaps.Add((next, long.MaxValue));
        return new([.. gaps]);
    }

    /// <summary>The numbers that are in both.</summary>
    public IntervalSet Intersect(IntervalSet other)
    {
        List<(long From, long To)> common = [];
        var (mine, theirs) = (0, 0);
        while (mine < _ranges.Length && theirs < other._ranges.Length)
        {
            var from = Math.Max(_ranges[mine].From, other._ranges[theirs].From);
            var to = Math.Min(_ranges[mine].To, other._ranges[theirs].To);
            if (from <= to)
            {
                common.Add((from, to));
            }

            if (_ranges[mine].To < other._ranges[theirs].To)
            {
                mine++;
            }
            else
            {
                theirs++;
            }
        }

        return new([.. common]);
    }

    /// <summary>Whether a number is in the set.</summary>
    public bool Contains(long value)
    {
        // Nearly every question is one range; the search is for long lists.
        if (_ranges.Length == 1)
        {
            return value >= _ranges[0].From && value <= _ranges[0].To;
        }

        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (value < _ranges[middle].From)
            {
                high = middle - 1;
            }
            else if (value > _ranges[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
