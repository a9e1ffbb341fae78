using AgentIQ.Rules.Checking.Domains;

namespace AgentIQ.Rules.Checking.Regions;

/// <summary>
/// Looks for a situation inside a box that lies in none of some other boxes, the covers. Without one, the box is covered, and the
/// covers that the proof used are known.
/// </summary>
/// <remarks>
/// Each cover says "not all of my limits at once", so this is satisfiability with variables of many values, solved in the way of
/// Davis, Putnam, Logemann and Loveland: a dimension with points that no cover asks for is decided at once (nothing is lost by it);
/// otherwise one dimension is split into the groups of points that the same covers ask for, the least asked first. Depth is the
/// number of dimensions and not of rows, which is what makes long tables of few columns cheap.
/// </remarks>
internal sealed class CoverSearch(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Box> covers)
{
    private const int MostLevels = 300;

    /// <summary>So many refused situations mean that the rest would be refused too.</summary>
    private const int MostRefusals = 40;

    private readonly PointSet?[] _now = new PointSet?[dimensions.Count];
    private readonly HashSet<int> _used = [];
    private Budget _budget = new(null, 0);
    private Func<Box, bool>? _accept;
    private int _refused;

    /// <summary>The covers that the last proof used, as places in the list, ascending.</summary>
    public IReadOnlyList<int> Used => [.. _used.Order()];

    /// <summary>Searches.</summary>
    /// <param name="within">The box.</param>
    /// <param name="candidates">The covers that count; those that do not touch the box are left out.</param>
    /// <param name="budget">How much it may cost.</param>
    /// <param name="accept">Says whether a situation will do; by default every one.</param>
    public SearchEnd Find(Box within, IEnumerable<int> candidates, Budget budget, Func<Box, bool>? accept = null)
    {
        _used.Clear();
        (_refused, _budget, _accept) = (0, budget, accept);
        foreach (var (dimension, points) in within.Limits)
        {
            _now[dimension] = points;
        }

        var end = Search([.. candidates.Where(cover => covers[cover].Intersects(within))], 0);
        foreach (var (dimension, _) in within.Limits)
        {
            _now[dimension] = null;
        }

        return end == SearchEnd.Covered && _refused > 0 ? SearchEnd.Refused : end;
    }

    private PointSet Now(int dimension) => _now[dimension] ?? dimensions[dimension].Full;

    private SearchEnd Search(List<int> active, int level)
    {
        List<(int Dimension, PointSet? Before)> decided = [];
        var end = Decide(active, level, decided);
        for (var i = decided.Count - 1; i >= 0; i--)
        {
            _now[decided[i].Dimension] = decided[i].Before;
        }

        return end;
    }

    private SearchEnd Decide(List<int> active, int level, List<(int Dimension, PointSet? Before)> decided)
    {
        while (active.Count > 0)
        {
            if (level > MostLevels || _refused >= MostRefusals)
            {
                return SearchEnd.GaveUp;
            }

            if (Survey(active) is not { } asked)
            {
                return SearchEnd.Covered;
            }

            if (_budget.IsSpent)
            {
                return SearchEnd.GaveUp;
            }

            var free = asked.Where(pair => !Now(pair.Key).IsSubsetOf(pair.Value.Points)).ToList();
            if (free.Count == 0)
            {
                return Split(active, asked.MaxBy(pair => pair.Value.Weight).Key, level);
            }

            foreach (var (dimension, (points, _)) in free)
            {
                decided.Add((dimension, _now[dimension]));
                _now[dimension] = Now(dimension).Except(points);
            }

            active = active.FindAll(Touches);
        }

        return Accept();
    }

    /// <summary>Whether a cover still has something in common with what is left.</summary>
    private bool Touches(int cover)
    {
        foreach (var (dimension, points) in covers[cover].Limits)
        {
            if (!points.Intersects(Now(dimension)))
            {
                return false;
            }
        }

        return true;
    }

    private SearchEnd Accept()
    {
        if (_accept is null)
        {
            return SearchEnd.Found;
        }

        var here = Box.Of(dimensions.Where(dimension => _now[dimension.Number] is not null).Select(dimension => (dimension.Number, _now[dimension.Number]!)));
        if (_accept(here))
        {
            return SearchEnd.Found;
        }

        _refused++;
        return SearchEnd.Covered;
    }

    /// <summary>For each open dimension the points that covers ask for; null when one cover holds everything that is left.</summary>
    private Dictionary<int, (PointSet Points, double Weight)>? Survey(List<int> active)
    {
        Dictionary<int, (PointSet Points, double Weight)> asked = [];
        List<(int Dimension, PointSet Points)> open = [];
        foreach (var cover in active)
        {
            open.Clear();
            foreach (var (dimension, points) in covers[cover].Limits)
            {
                _budget.Spend(1 + (2 * points.Cost));
                if (!Now(dimension).IsSubsetOf(points))
                {
                    open.Add((dimension, points));
                }
            }

            if (open.Count == 0)
            {
                _used.Add(cover);
                return null;
            }

            // A cover with one open limit forbids its points outright, so its dimension is worth splitting first.
            var weight = Math.ScaleB(1, -Math.Min(open.Count, 30));
            foreach (var (dimension, points) in open)
            {
                asked[dimension] = asked.TryGetValue(dimension, out var known) ? (known.Points.Union(points), known.Weight + weight) : (points, weight);
            }
        }

        return asked;
    }

    private SearchEnd Split(List<int> active, int dimension, int level)
    {
        var before = _now[dimension];
        List<int> anyway = [];
        _budget.Spend(Now(dimension).Count);
        Dictionary<int, List<int>> asking = Now(dimension).Points().ToDictionary(point => point, _ => new List<int>());
        foreach (var cover in active)
        {
            if (covers[cover][dimension] is not { } points || Now(dimension).IsSubsetOf(points))
            {
                anyway.Add(cover);
                continue;
            }

            var common = points.Intersect(Now(dimension));
            _budget.Spend(1 + (2 * common.Count));
            foreach (var point in common.Points())
            {
                asking[point].Add(cover);
            }
        }

        List<HashSet<int>> covered = [];
        foreach (var group in asking.GroupBy(pair => pair.Value, pair => pair.Key, SameList.Instance).OrderBy(group => group.Key.Count))
        {
            // What covers a group also covers every group that the same covers ask for, and more.
            if (covered.Exists(less => less.Count <= group.Key.Count && _budget.Spend(less.Count + group.Key.Count) && less.IsSubsetOf(group.Key)))
            {
                continue;
            }

            _now[dimension] = PointSet.Of(group.Order());
            var end = Search([.. anyway, .. group.Key], level + 1);
            if (end != SearchEnd.Covered)
            {
                _now[dimension] = before;
                return end;
            }

            covered.Add([.. group.Key]);
        }

        _now[dimension] = before;
        return SearchEnd.Covered;
    }

    private sealed class SameList : IEqualityComparer<List<int>>
    {
        public static readonly SameList Instance = new();

        public bool Equals(List<int>? x, List<int>? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(List<int> obj)
        {
            var hash = new HashCode();
            foreach (var cover in obj)
            {
                hash.Add(cover);
            }

            return hash.ToHashCode();
        }
    }
}
