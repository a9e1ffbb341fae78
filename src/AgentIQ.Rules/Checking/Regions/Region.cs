namespace AgentIQ.Rules.Checking.Regions;

/// <summary>Calculates with unions of boxes. An empty list is the empty region.</summary>
internal static class Region
{
    /// <summary>The most boxes of one region. A condition that needs more is not compared with others, and the author is told.</summary>
    public const int MaximumBoxes = 256;

    public static IReadOnlyList<Box> Everything { get; } = [Box.Everything];

    /// <summary>What is in both.</summary>
    public static IReadOnlyList<Box> Intersect(IReadOnlyList<Box> left, IReadOnlyList<Box> right)
    {
        if (left.Count == 1 && right.Count == 1)
        {
            return left[0].Intersect(right[0]) is { } box ? [box] : [];
        }

        List<Box> common = [];
        foreach (var mine in left)
        {
            common.AddRange(right.Select(mine.Intersect).OfType<Box>());
        }

        return Absorbed(common);
    }

    /// <summary>The region without boxes that lie in another one of it.</summary>
    public static IReadOnlyList<Box> Absorbed(IReadOnlyList<Box> boxes)
    {
        if (boxes.Count < 2)
        {
            return boxes;
        }

        List<Box> kept = [];
        foreach (var box in boxes.Distinct())
        {
            if (!kept.Exists(other => other.Contains(box)))
            {
                kept.RemoveAll(box.Contains);
                kept.Add(box);
            }
        }

        return kept;
    }

    /// <summary>Whether two regions consist of the same boxes. Cheap, and true for rows that ask the same in another order.</summary>
    public sealed class SameBoxes : IEqualityComparer<IReadOnlyList<Box>>
    {
        public bool Equals(IReadOnlyList<Box>? x, IReadOnlyList<Box>? y) =>
            x is not null && y is not null && x.Count == y.Count && (x.Count == 1 ? x[0].Equals(y[0]) : x.ToHashSet().SetEquals(y));

        public int GetHashCode(IReadOnlyList<Box> obj) => obj.Aggregate(obj.Count, (hash, box) => hash ^ box.GetHashCode());
    }
}
