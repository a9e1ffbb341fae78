using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>What became of an instance's bookmarks in a burst, with the timers that belong to them.</summary>
internal static class BookmarkChanges
{
    private const string RenameSql = "UPDATE agentiq.workflow_bookmarks SET correlation_id = $3 WHERE tenant_id = $1 AND instance_id = $2";

    public static void Add(
        LoadedInstance loaded, DateTimeOffset now, BookmarkRows rows, TimerEnds timerEnds, QueueRows queue, List<NpgsqlBatchCommand> statements)
    {
        var instance = loaded.Instance;
        var live = LoadedInstance.Live(instance);
        foreach (var bookmark in loaded.Published.Values)
        {
            if (!live.ContainsKey(bookmark.Number))
            {
                rows.Remove(instance.TenantId, instance.Id, bookmark.Number);
                if (bookmark.Due is not null)
                {
                    timerEnds.Add(loaded.Row!, bookmark.Number);
                }
            }
        }

        var hasNewEvents = false;
        foreach (var bookmark in live.Values)
        {
            if (!loaded.Published.ContainsKey(bookmark.Number))
            {
                hasNewEvents |= bookmark.IsEvent;
                rows.Add(instance, bookmark);
                if (bookmark.Due is { } due)
                {
                    queue.Add(instance.TenantId, loaded.Lane, WorkKind.Timer, instance.Id, bookmark.Number, payload: null, due);
                }
            }
        }

        var isRenamed = loaded.Row?.CorrelationId != instance.CorrelationId;
        if (isRenamed && loaded.Row is not null)
        {
            statements.Add(Sql.BatchCommand(RenameSql, instance.TenantId, instance.Id, instance.CorrelationId));
        }

        // The instance waits for a correlation whose stimuli run in another lane than the instance itself, or may have come before it
        // took it: have that lane look again.
        if (instance.CorrelationId is { } correlation && ((isRenamed && live.Count > 0) || (loaded.Row is { IsOffLane: true } && hasNewEvents)))
        {
            queue.Add(instance.TenantId, Lane.Of(correlation), WorkKind.Match, instanceId: null, bookmark: null, correlation, now);
        }
    }
}
