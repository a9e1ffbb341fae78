namespace AgentIQ.Rules.Comparison;

/// <summary>What stayed in its order, so that a row that was moved is told once and not every row after it.</summary>
internal static class LongestOrder
{
    /// <summary>The places in the list whose values form a longest increasing row; the others were moved. Values are different.</summary>
    public static IReadOnlySet<int> Of(IReadOnlyList<int> values)
    {
        // tails[length - 1]: where the smallest last value of an increasing row of that length stands (patience sorting).
        List<int> tails = [];
        var previous = new int[values.Count];
        for (var at = 0; at < values.Count; at++)
        {
            var length = tails.FindIndex(tail => values[tail] > values[at]) is var found and >= 0 ? found : tails.Count;
            previous[at] = length == 0 ? -1 : tails[length - 1];
            if (length == tails.Count)
            {
                tails.Add(at);
            }
            else
            {
                tails[length] = at;
            }
        }

        HashSet<int> stayed = [];
        for (var at = tails.Count == 0 ? -1 : tails[^1]; at >= 0; at = previous[at])
        {
            stayed.Add(at);
        }

        return stayed;
    }
}
