using AgentIQ.Rules.Checking.Domains;

namespace AgentIQ.Rules.Checking.Regions;

/// <summary>
/// A part of the space of all situations: for some dimensions the points that are allowed, all points of the others. Limits are
/// kept sparse and in the order of the dimensions, because a table with a thousand phrases has a thousand dimensions.
/// </summary>
internal sealed class Box : IEquatable<Box>
{
    private readonly (int Dimension, PointSet Points)[] _limits;

    private Box((int Dimension, PointSet Points)[] limits)
    {
        _limits = limits;
        foreach (var (_, points) in limits)
        {
            Cost += 1 + points.Cost;
        }
    }

    /// <summary>The whole space.</summary>
    public static Box Everything { get; } = new([]);

    /// <summary>How much a comparison with it costs, in words.</summary>
    public int Cost { get; }

    public ReadOnlySpan<(int Dimension, PointSet Points)> Limits => _limits;

    /// <summary>What the box allows in a dimension; null when everything.</summary>
    public PointSet? this[int dimension]
    {
        get
        {
            var (low, high) = (0, _limits.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (_limits[middle].Dimension == dimension)
                {
                    return _limits[middle].Points;
                }

                (low, high) = _limits[middle].Dimension < dimension ? (middle + 1, high) : (low, middle - 1);
            }

            return null;
        }
    }

    public static Box Of(int dimension, PointSet points) => new([(dimension, points)]);

    /// <summary>A box of limits in the order of their dimensions.</summary>
    public static Box Of(IEnumerable<(int Dimension, PointSet Points)> limits) => new([.. limits]);

    /// <summary>What is in both; null when nothing is.</summary>
    public Box? Intersect(Box other)
    {
        if (_limits.Length == 0 || ReferenceEquals(this, other))
        {
            return other;
        }

        if (other._limits.Length == 0)
        {
            return this;
        }

        List<(int, PointSet)> common = new(_limits.Length + other._limits.Length);
        var (mine, theirs) = (0, 0);
        while (mine < _limits.Length || theirs < other._limits.Length)
        {
            if (theirs == other._limits.Length || (mine < _limits.Length && _limits[mine].Dimension < other._limits[theirs].Dimension))
            {
                common.Add(_limits[mine++]);
            }
            else if (mine == _limits.Length || other._limits[theirs].Dimension < _limits[mine].Dimension)
            {
                common.Add(other._limits[theirs++]);
            }
            else
            {
                var points = _limits[mine].Points.Intersect(other._limits[theirs].Points);
                if (points.IsEmpty)
                {
                    return null;
                }

                common.Add((_limits[mine].Dimension, points));
                mine++;
                theirs++;
            }
        }

        return new Box([.. common]);
    }

    public bool Intersects(Box other)
    {
        var theirs = 0;
        foreach (var (dimension, points) in _limits)
        {
            while (theirs < other._limits.Length && other._limits[theirs].Dimension < dimension)
            {
                theirs++;
            }

            if (theirs < other._limits.Length && other._limits[theirs].Dimension == dimension && !points.Intersects(other._limits[theirs].Points))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the other box lies wholly in this one.</summary>
    public bool Contains(Box other)
    {
        var theirs = 0;
        foreach (var (dimension, points) in _limits)
        {
            while (theirs < other._limits.Length && other._limits[theirs].Dimension < dimension)
            {
                theirs++;
            }

            if (theirs == other._limits.Length || other._limits[theirs].Dimension != dimension || !other._limits[theirs].Points.IsSubsetOf(points))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same box without its limits of some dimensions.</summary>
    public Box Without(IReadOnlyList<Dimension> dimensions) =>
        new([.. _limits.Where(limit => dimensions.All(dimension => dimension.Number != limit.Dimension))]);

    public bool Equals(Box? other) => other is not null && _limits.AsSpan().SequenceEqual(other._limits);

    public override bool Equals(object? obj) => Equals(obj as Box);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (dimension, points) in _limits)
        {
            hash.Add(dimension);
            hash.Add(points);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(" ", _limits.Select(limit => $"{limit.Dimension}:{limit.Points}"));
}
