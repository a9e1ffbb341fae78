using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Brings the bookmarks' table and the timers to what the state says.</summary>
internal readonly struct BookmarkWriter(IIdSource ids)
{
    private const string RemoveSql = "DELETE FROM agentiq.workflow_bookmarks WHERE tenant_id = $1 AND instance_id = $2 AND number = ANY($3)";

    private const string DisarmSql =
        """
        DELETE FROM agentiq.workflow_queue
        WHERE lane = $4 AND tenant_id = $1 AND instance_id = $2 AND kind = 'timer' AND bookmark = ANY($3)
        """;

    private const string AddSql =
        """
        INSERT INTO agentiq.workflow_bookmarks (tenant_id, instance_id, number, name, correlation_id, activity_id, is_event, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string ArmSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, bookmark, due_at)
        VALUES ($1, $2, $3, 'timer', $4, $5, $6)
        """;

    // The instance waits for a correlation whose stimuli run in another lane than the instance itself: have that lane look again.
    private const string MatchSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, payload, due_at)
        VALUES ($1, $2, agentiq.workflow_lane($1, $3), 'match', $3, $4)
        """;

    public void Add(NpgsqlBatch batch, LoadedInstance loaded, DateTimeOffset now)
    {
        var instance = loaded.Instance;
        var live = LoadedInstance.Live(instance);
        var removed = loaded.Published.Values.Where(b => !live.ContainsKey(b.Number)).ToList();
        if (removed.Count > 0)
        {
            batch.Add(RemoveSql, instance.TenantId, instance.Id, removed.Select(b => b.Number).ToArray());
            if (removed.Exists(b => b.Due is not null))
            {
                batch.Add(DisarmSql, instance.TenantId, instance.Id, removed.Where(b => b.Due is not null).Select(b => b.Number).ToArray(), loaded.Row.Lane);
            }
        }

        var hasNewEvents = false;
        foreach (var bookmark in live.Values.Where(b => !loaded.Published.ContainsKey(b.Number)))
        {
            hasNewEvents |= bookmark.IsEvent;
            batch.Add(AddSql, instance.TenantId, instance.Id, bookmark.Number, bookmark.Name, instance.CorrelationId, bookmark.Execution.Node.Id, bookmark.IsEvent, bookmark.Due);
            if (bookmark.Due is { } due)
            {
                batch.Add(ArmSql, instance.TenantId, ids.Next(), loaded.Row.Lane, instance.Id, bookmark.Number, due);
            }
        }

        var isRenamed = loaded.PublishedCorrelation != instance.CorrelationId;
        if (isRenamed)
        {
            batch.Add("UPDATE agentiq.workflow_bookmarks SET correlation_id = $3 WHERE tenant_id = $1 AND instance_id = $2", instance.TenantId, instance.Id, instance.CorrelationId);
        }

        if (instance.CorrelationId is { } correlation && ((isRenamed && live.Count > 0) || (loaded.Row.IsOffLane && hasNewEvents)))
        {
            batch.Add(MatchSql, instance.TenantId, ids.Next(), correlation, now);
        }
    }
}
