using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>
/// Claims and gives back work. Leases count by the database's clock alone, due times are business times given as parameters.
/// </summary>
internal sealed class WorkQueue(Database database, WorkflowOptions options, TimeProvider time)
{
    /// <summary>"workflow" in ASCII.</summary>
    private const long ClaimLock = 0x776F_726B_666C_6F77;

    // One claim at a time over all processes: only so can the second statement see every lease, and no lane have two owners.
    // It is held for about a millisecond per batch.
    // A claim that a crash of the database forgets is harmless, because the fencing tokens refuse whoever held it: so its commit does
    // not wait for the disk.
    private const string LockSql = $"SELECT pg_advisory_xact_lock($1), set_config('synchronous_commit', 'off', true), {PlanByKey.On}";

    // A lease that ran out may still have somebody behind it: a process that was frozen in the middle of its transaction. Whoever takes
    // over a lane takes it whole. What else of it was leased loses its token, so that its late owner cannot write; and where such a row is
    // locked, that owner is about to commit, and the lane is left to him for now. Taking only what is free beside him would let two
    // bursts of one lane miss each other: a stimulus kept for later, and the bookmark that it should have met.
    private const string ClaimSql =
        """
        WITH due AS MATERIALIZED (
            SELECT q.tenant_id, q.id, q.lane
            FROM agentiq.workflow_queue q
            WHERE q.due_at <= $1 AND NOT q.is_dead AND {0}
              AND (q.lease_until IS NULL OR q.lease_until < clock_timestamp())
              AND NOT EXISTS (
                  SELECT FROM agentiq.workflow_queue other
                  WHERE other.lane = q.lane AND other.id <> q.id AND other.lease_until >= clock_timestamp())
            ORDER BY q.due_at, q.id
            LIMIT $2
            FOR UPDATE SKIP LOCKED
        ), lapsed AS MATERIALIZED (
            SELECT q.tenant_id, q.id, q.lane
            FROM (SELECT DISTINCT lane FROM due) AS taken
            JOIN agentiq.workflow_queue q ON q.lane = taken.lane
            WHERE q.lease_until IS NOT NULL AND NOT EXISTS (SELECT FROM due WHERE due.id = q.id)
        ), revocable AS MATERIALIZED (
            SELECT q.tenant_id, q.id
            FROM lapsed
            JOIN agentiq.workflow_queue q ON q.tenant_id = lapsed.tenant_id AND q.id = lapsed.id
            FOR UPDATE OF q SKIP LOCKED
        ), revoked AS (
            UPDATE agentiq.workflow_queue q SET lease_until = NULL, token = NULL
            FROM revocable
            WHERE q.tenant_id = revocable.tenant_id AND q.id = revocable.id
        )
        UPDATE agentiq.workflow_queue q
        SET lease_until = clock_timestamp() + $3, token = nextval('agentiq.workflow_fence'), attempts = q.attempts + 1
        FROM due
        WHERE q.tenant_id = due.tenant_id AND q.id = due.id
          AND NOT EXISTS (
              SELECT FROM lapsed
              WHERE lapsed.lane = due.lane AND NOT EXISTS (SELECT FROM revocable WHERE revocable.id = lapsed.id))
        RETURNING q.tenant_id, q.id, q.lane, q.kind, q.instance_id, q.bookmark, q.payload, q.due_at, q.token, q.attempts
        """;

    private static readonly string ClaimBurstsSql = ClaimSql.Replace("{0}", "q.kind <> 'effect'", StringComparison.Ordinal);

    // Effects run side by side, so only the first of a lane is handed out: two with one key are one after the other.
    private static readonly string ClaimEffectsSql = ClaimSql.Replace(
        "{0}",
        """
        q.kind = 'effect'
              AND NOT EXISTS (
                  SELECT FROM agentiq.workflow_queue earlier
                  WHERE earlier.lane = q.lane AND earlier.kind = 'effect' AND NOT earlier.is_dead AND (earlier.due_at, earlier.id) < (q.due_at, q.id))
        """,
        StringComparison.Ordinal);

    private const string ReleaseSql =
        """
        UPDATE agentiq.workflow_queue q
        SET lease_until = NULL, token = NULL, due_at = coalesce($4::timestamptz, q.due_at), error = coalesce($5::text, q.error),
            attempts = q.attempts - $6
        FROM unnest($1, $2, $3) AS mine (tenant_id, id, token)
        WHERE q.tenant_id = mine.tenant_id AND q.id = mine.id AND q.token = mine.token
        """;

    private const string RenewSql =
        """
        UPDATE agentiq.workflow_queue SET lease_until = clock_timestamp() + $1
        WHERE tenant_id = $2 AND id = $3 AND token = $4
        """;

    private const string NextDueSql =
        "SELECT due_at FROM agentiq.workflow_queue WHERE kind <> 'effect' AND NOT is_dead AND due_at > $1 ORDER BY due_at LIMIT 1";

    private const string OursSql =
        """
        SELECT q.id
        FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS mine (tenant_id, id, token)
        JOIN agentiq.workflow_queue q ON q.tenant_id = mine.tenant_id AND q.id = mine.id AND q.token = mine.token
        """;

    /// <summary>Claims due bursts, oldest first; several of one lane are handed out together, in order.</summary>
    public Task<List<WorkItem>> ClaimBurstsAsync(int limit, CancellationToken ct) => ClaimAsync(ClaimBurstsSql, limit, ct);

    /// <summary>Claims due effects.</summary>
    public Task<List<WorkItem>> ClaimEffectsAsync(int limit, CancellationToken ct) => ClaimAsync(ClaimEffectsSql, limit, ct);

    /// <summary>Gives work back untouched, so that another takes it at once.</summary>
    public Task ReleaseAsync(IReadOnlyList<WorkItem> items, bool isCounted, CancellationToken ct) =>
        GiveBackAsync(items, dueAt: null, error: null, uncounted: isCounted ? 0 : 1, ct);

    /// <summary>Gives failed work back for a later attempt.</summary>
    public Task PostponeAsync(WorkItem item, DateTimeOffset dueAt, string error, CancellationToken ct) => GiveBackAsync([item], dueAt, error, uncounted: 0, ct);

    /// <summary>Prolongs a lease. False when it has passed to another owner.</summary>
    public async Task<bool> RenewAsync(WorkItem item, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(connection, RenewSql, options.Lease, item.TenantId, item.Id, item.Token);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>How long nothing becomes due for bursts, in business time; null: nothing is waiting for its time.</summary>
    public async Task<TimeSpan?> UntilNextDueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(connection, NextDueSql, now);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<DateTimeOffset>(0) - now : null;
    }

    /// <summary>Those that have not passed to another owner.</summary>
    public async Task<List<WorkItem>> OursAsync(IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(
            connection, OursSql, items.Select(i => i.TenantId).ToArray(), items.Select(i => i.Id).ToArray(), items.Select(i => i.Token).ToArray());
        var ours = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            ours.Add(reader.GetGuid(0));
        }

        return [.. items.Where(i => ours.Contains(i.Id))];
    }

    private async Task<List<WorkItem>> ClaimAsync(string sql, int limit, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(LockSql, ClaimLock);
        var now = time.GetUtcNow();
        batch.Add(sql, now, limit, options.Lease);
        var items = new List<WorkItem>();
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            await reader.NextResultAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                items.Add(Read(reader));
            }
        }

        if (items.Count > 0)
        {
            WorkflowTelemetry.Claims.Add(items.Count);
            foreach (var item in items)
            {
                WorkflowTelemetry.Lag.Record((now - item.DueAt).TotalSeconds);
            }
        }

        items.Sort(static (a, b) => (a.DueAt, a.Id).CompareTo((b.DueAt, b.Id)));
        return items;
    }

    private async Task GiveBackAsync(IReadOnlyList<WorkItem> items, DateTimeOffset? dueAt, string? error, int uncounted, CancellationToken ct)
    {
        if (items.Count == 0)
        {
            return;
        }

        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var command = Sql.Command(
            connection, ReleaseSql,
            items.Select(i => i.TenantId).ToArray(), items.Select(i => i.Id).ToArray(), items.Select(i => i.Token).ToArray(), dueAt, error, uncounted);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static WorkItem Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetString(3),
        reader.IsDBNull(4) ? null : reader.GetGuid(4), reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetString(6),
        reader.GetFieldValue<DateTimeOffset>(7), reader.GetInt64(8), reader.GetInt32(9));
}
