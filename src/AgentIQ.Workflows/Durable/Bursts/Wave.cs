using AgentIQ.Workflows.Durable.Queue;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Work of a batch that may run without seeing each other's writes: one item of each lane.</summary>
internal static class Wave
{
    /// <summary>The first item of each lane, and what remains, both in their order.</summary>
    public static (IReadOnlyList<WorkItem> Wave, IReadOnlyList<WorkItem> Later) Of(IReadOnlyList<WorkItem> items)
    {
        var lanes = new HashSet<long>(items.Count);
        var (wave, rest) = (new List<WorkItem>(items.Count), new List<WorkItem>());
        foreach (var item in items)
        {
            (lanes.Add(item.Lane) ? wave : rest).Add(item);
        }

        return (wave, rest);
    }

    /// <summary>Timers that an earlier wave of the same transaction disarmed do not exist any more.</summary>
    public static IReadOnlyList<WorkItem> WithoutDisarmed(IReadOnlyList<WorkItem> items, TimerEnds disarmed) =>
        items.Count == 0 ? items : [.. items.Where(i => i.Kind != WorkKind.Timer || !disarmed.Contains(i.InstanceId!.Value, i.Bookmark!.Value))];
}
