using System.Numerics;
using AgentIQ.Rules.Checking.Checks;
using AgentIQ.Rules.Checking.Domains;

namespace AgentIQ.Rules.Checking.Regions;

/// <summary>
/// The boxes of all rows of a table, and which of them may touch a given one: a bitmap per point, as the engine's own index has,
/// so that a row of a long table is compared with its neighbours and not with every other.
/// </summary>
internal sealed class CoverIndex
{
    /// <summary>16 MB of bitmaps; dimensions beyond that are compared box by box.</summary>
    private const long MostWords = 2 * 1024 * 1024;

    /// <summary>A box with more points than this in a dimension excludes little there.</summary>
    private const int MostPoints = 64;

    private readonly int _words;
    private readonly Dictionary<int, ulong[]> _bitmaps = [];
    private readonly Dictionary<int, ulong[]> _free = [];
    private readonly ulong[] _inescapable;
    private readonly Dictionary<int, List<int>> _escapable = [];

    public CoverIndex(IReadOnlyList<Dimension> dimensions, IReadOnlyList<CheckedRow> rows)
    {
        Dimensions = dimensions;
        List<Box> boxes = [];
        List<CheckedRow> owners = [];
        foreach (var row in rows)
        {
            boxes.AddRange(row.Region ?? []);
            owners.AddRange(Enumerable.Repeat(row, row.Region?.Count ?? 0));
        }

        (Boxes, Owners, _words) = (boxes, owners, (boxes.Count + 63) / 64);
        _inescapable = new ulong[_words];
        FillBitmaps();
        FindEscapes();
    }

    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>Every box of every row, in the total order of the rows.</summary>
    public IReadOnlyList<Box> Boxes { get; }

    /// <summary>The row of each box.</summary>
    public IReadOnlyList<CheckedRow> Owners { get; }

    /// <summary>The boxes that touch one, in the total order of their rows; not all of them when the budget was spent first.</summary>
    public List<int> Touching(Box box, Budget budget)
    {
        var candidates = new ulong[_words];
        candidates.AsSpan().Fill(ulong.MaxValue);
        return Touching(box, candidates, budget);
    }

    /// <summary>
    /// The boxes that may help to cover one. A dimension with points that no box asks for is a way out, so a box that limits it
    /// covers nothing of one that does not. That is what keeps tables of many phrases cheap: rows with other phrases drop out.
    /// </summary>
    public List<int> Covering(Box box, Budget budget)
    {
        var candidates = (ulong[])_inescapable.Clone();
        foreach (var (dimension, _) in box.Limits)
        {
            foreach (var place in _escapable.GetValueOrDefault(dimension) ?? [])
            {
                candidates[place / 64] |= 1UL << (place % 64);
            }
        }

        return Touching(box, candidates, budget);
    }

    private List<int> Touching(Box box, ulong[] candidates, Budget budget)
    {
        foreach (var (dimension, points) in box.Limits)
        {
            if (_bitmaps.TryGetValue(dimension, out var bitmaps) && points.Count is var count && count <= MostPoints)
            {
                budget.Spend(_words * (long)count / 8);
                Narrow(candidates, bitmaps, _free[dimension], points);
            }
        }

        List<int> touching = [];
        for (var word = 0; word < _words; word++)
        {
            for (var left = candidates[word]; left != 0 && !budget.IsSpent; left &= left - 1)
            {
                var place = (word * 64) + BitOperations.TrailingZeroCount(left);
                if (place < Boxes.Count && budget.Spend(Math.Min(box.Cost, Boxes[place].Cost)) && Boxes[place].Intersects(box))
                {
                    touching.Add(place);
                }
            }
        }

        return touching;
    }

    private void Narrow(ulong[] candidates, ulong[] bitmaps, ulong[] free, PointSet points)
    {
        var any = (ulong[])free.Clone();
        foreach (var point in points.Points())
        {
            var bitmap = bitmaps.AsSpan(point * _words, _words);
            for (var word = 0; word < _words; word++)
            {
                any[word] |= bitmap[word];
            }
        }

        for (var word = 0; word < _words; word++)
        {
            candidates[word] &= any[word];
        }
    }

    private void FillBitmaps()
    {
        var left = MostWords;
        foreach (var limits in Boxes.SelectMany((box, place) => box.Limits.ToArray().Select(limit => (limit.Dimension, limit.Points, place))).GroupBy(limit => limit.Dimension))
        {
            var size = (long)Dimensions[limits.Key].Count * _words;
            if (limits.Count() < 2 || size > left)
            {
                continue;
            }

            left -= size;
            var bitmaps = new ulong[size];
            var free = new ulong[_words];
            free.AsSpan().Fill(ulong.MaxValue);
            foreach (var (_, points, place) in limits)
            {
                free[place / 64] &= ~(1UL << (place % 64));
                foreach (var point in points.Points())
                {
                    bitmaps[(point * _words) + (place / 64)] |= 1UL << (place % 64);
                }
            }

            _bitmaps[limits.Key] = bitmaps;
            _free[limits.Key] = free;
        }
    }

    private void FindEscapes()
    {
        var asked = new PointSet?[Dimensions.Count];
        var limiting = new int[Dimensions.Count];
        foreach (var box in Boxes)
        {
            foreach (var (dimension, points) in box.Limits)
            {
                limiting[dimension]++;
                asked[dimension] = asked[dimension] is { } before ? before.Union(points) : points;
            }
        }

        foreach (var (place, box) in Boxes.Index())
        {
            var way = -1;
            foreach (var (dimension, _) in box.Limits)
            {
                // The way out that the fewest boxes bar tells them apart best.
                if ((way < 0 || limiting[dimension] < limiting[way]) && !Dimensions[dimension].Full.IsSubsetOf(asked[dimension]!))
                {
                    way = dimension;
                }
            }

            if (way < 0)
            {
                _inescapable[place / 64] |= 1UL << (place % 64);
            }
            else if (_escapable.TryGetValue(way, out var places))
            {
                places.Add(place);
            }
            else
            {
                _escapable[way] = [place];
            }
        }
    }
}
