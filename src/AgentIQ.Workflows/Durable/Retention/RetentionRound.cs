using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Durable.Retention;

/// <summary>One round of removing what is over. Rows that another process or a burst holds are left to the next round.</summary>
internal sealed class RetentionRound(Database database, SandboxRetention sandbox, WorkflowOptions options, TimeProvider time)
{
    private const string StimuliSql =
        """
        WITH old AS (
            SELECT tenant_id, id FROM agentiq.workflow_signals WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED
        )
        DELETE FROM agentiq.workflow_signals s USING old WHERE s.tenant_id = old.tenant_id AND s.id = old.id
        """;

    private const string RequestsSql =
        """
        WITH old AS (
            SELECT tenant_id, id FROM agentiq.workflow_http_requests WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED
        )
        DELETE FROM agentiq.workflow_http_requests r USING old WHERE r.tenant_id = old.tenant_id AND r.id = old.id
        """;

    // created_at is there for its index: what has ended long ago began even earlier.
    private const string InstancesSql =
        """
        WITH old AS (
            SELECT i.tenant_id, i.id
            FROM agentiq.workflow_instances i
            WHERE i.created_at <= $1 AND i.finished_at <= $1
              AND NOT EXISTS (SELECT FROM agentiq.workflow_incidents n WHERE n.tenant_id = i.tenant_id AND n.instance_id = i.id AND n.resolved_at IS NULL)
              AND NOT EXISTS (SELECT FROM agentiq.workflow_queue q WHERE q.lane = i.lane AND q.instance_id = i.id)
            LIMIT $2
            FOR UPDATE OF i SKIP LOCKED
        ), incidents AS (
            DELETE FROM agentiq.workflow_incidents n USING old WHERE n.tenant_id = old.tenant_id AND n.instance_id = old.id
        ), tasks AS (
            DELETE FROM agentiq.workflow_tasks t USING old WHERE t.tenant_id = old.tenant_id AND t.instance_id = old.id
        ), stimuli AS (
            DELETE FROM agentiq.workflow_signals s USING old WHERE s.tenant_id = old.tenant_id AND s.instance_id = old.id
        )
        DELETE FROM agentiq.workflow_instances i USING old WHERE i.tenant_id = old.tenant_id AND i.id = old.id
        """;

    private const string EffectsSql =
        """
        WITH old AS (
            SELECT e.tenant_id, e.id
            FROM agentiq.workflow_effects e
            WHERE e.created_at <= $1 AND e.updated_at <= $1 AND e.state IN ('done', 'failed')
              AND NOT EXISTS (SELECT FROM agentiq.workflow_instances i WHERE i.tenant_id = e.tenant_id AND i.id = e.instance_id)
            LIMIT $2
            FOR UPDATE OF e SKIP LOCKED
        )
        DELETE FROM agentiq.workflow_effects e USING old WHERE e.tenant_id = old.tenant_id AND e.id = old.id
        """;

    private const string IsNeededSql =
        """
        SELECT EXISTS (
            SELECT FROM agentiq.workflow_instances i
            WHERE i.created_at < $2 AND i.finished_at IS NULL
              AND EXISTS (
                  SELECT FROM agentiq.workflow_bursts b
                  WHERE b.tenant_id = i.tenant_id AND b.instance_id = i.id AND b.id >= agentiq.first_id_of($1) AND b.id < agentiq.first_id_of($2)))
        """;

    /// <returns>How many rows went, by table; months of journals are listed by the name of their partition, with 1.</returns>
    public async Task<IReadOnlyDictionary<string, long>> RunAsync(CancellationToken ct)
    {
        var (now, retention) = (time.GetUtcNow(), options.Retention);
        var removed = new Dictionary<string, long>
        {
            ["workflow_signals"] = await RemoveAsync(StimuliSql, now, ct),
            ["workflow_http_requests"] = await RemoveAsync(RequestsSql, now, ct),
            ["workflow_instances"] = await RemoveAsync(InstancesSql, now - retention.Instances, ct),
            ["workflow_instances.sandbox"] = await sandbox.RemoveAsync(now, ct),
            ["workflow_effects"] = await RemoveAsync(EffectsSql, now - retention.Effects, ct),
        };
        foreach (var month in retention.Journals is { } kept ? await MonthlyPartitions.DropAsync(database, "workflow_bursts", now - kept, IsNeededAsync, ct) : [])
        {
            removed[month] = 1;
        }

        foreach (var (table, count) in removed)
        {
            WorkflowTelemetry.Removed.Add(count, new KeyValuePair<string, object?>("table", table));
        }

        return removed;
    }

    private async Task<long> RemoveAsync(string sql, DateTimeOffset? before, CancellationToken ct)
    {
        if (before is null)
        {
            return 0;
        }

        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        for (long total = 0; ;)
        {
            await using var command = Sql.Command(connection, sql, before, options.Retention.BatchSize);
            var count = await command.ExecuteNonQueryAsync(ct);
            total += count;
            if (count < options.Retention.BatchSize)
            {
                return total;
            }
        }
    }

    private async Task<bool> IsNeededAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(connection, IsNeededSql, from, to);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
