namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>The order in which a reader follows a flowchart: from its beginnings, step by step; what nothing leads to comes by id.</summary>
internal static class FlowOrder
{
    public static List<OutlineActivity> Of(IReadOnlyList<OutlineActivity> activities, IReadOnlyList<OutlineConnection> connections)
    {
        var byId = activities.DistinctBy(a => a.Reference.Id).ToDictionary(a => a.Reference.Id, StringComparer.Ordinal);
        var next = connections.OrderBy(c => c.Port, StringComparer.Ordinal).ThenBy(c => c.Target, StringComparer.Ordinal).ToLookup(c => c.Source, c => c.Target);
        var reached = connections.Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
        var sorted = activities.OrderBy(a => a.Reference.Id, StringComparer.Ordinal).ToList();
        var order = new List<OutlineActivity>(activities.Count);
        var seen = new HashSet<OutlineActivity>();
        var queue = new Queue<OutlineActivity>();
        // Beginnings first; then whatever stands in a circle that nothing leads into.
        foreach (var start in sorted.Where(a => !reached.Contains(a.Reference.Id)).Concat(sorted))
        {
            queue.Enqueue(start);
            while (queue.TryDequeue(out var activity))
            {
                if (seen.Add(activity))
                {
                    order.Add(activity);
                    foreach (var target in next[activity.Reference.Id])
                    {
                        if (byId.TryGetValue(target, out var following))
                        {
                            queue.Enqueue(following);
                        }
                    }
                }
            }
        }

        return order;
    }

    /// <summary>The keys of both, in the order of the second; what only the first has comes after what it came after there.</summary>
    public static List<string> Merge(IEnumerable<string> before, IEnumerable<string> after)
    {
        var order = new LinkedList<string>(after);
        var places = new Dictionary<string, LinkedListNode<string>>(StringComparer.Ordinal);
        for (var node = order.First; node is not null; node = node.Next)
        {
            places[node.Value] = node;
        }

        LinkedListNode<string>? previous = null;
        foreach (var key in before)
        {
            if (!places.TryGetValue(key, out var place))
            {
                place = previous is null ? order.AddFirst(key) : order.AddAfter(previous, key);
                places[key] = place;
            }

            previous = place;
        }

        return [.. order];
    }
}
