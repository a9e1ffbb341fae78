using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Finds who a stimulus is for: bookmarks, workflows that it starts, or nobody yet.</summary>
internal sealed class StimulusRouter(IIdSource ids, WorkflowClient client, BurstWriter writer, WorkflowOptions options, TimeProvider time)
{
    private const string BookmarksSql =
        """
        SELECT b.instance_id, b.number, i.lane
        FROM agentiq.workflow_bookmarks b
        JOIN agentiq.workflow_instances i ON i.tenant_id = b.tenant_id AND i.id = b.instance_id
        WHERE b.tenant_id = $1 AND b.name = $2 AND b.is_event
          AND ($3::text IS NULL OR b.correlation_id = $3)
          AND ($4::uuid IS NULL OR b.instance_id = $4)
        ORDER BY b.instance_id, b.number
        """;

    private const string TriggersSql =
        "SELECT definition_id FROM agentiq.workflow_published WHERE (tenant_id = $1 OR tenant_id IS NULL) AND $2 = ANY(trigger_names) ORDER BY definition_id";

    private const string ParkSql =
        """
        INSERT INTO agentiq.workflow_signals (tenant_id, id, name, correlation_id, instance_id, payload, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    // A broadcast and a stimulus for an instance of another lane are handed over to the instance's own lane.
    private const string HandOverSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, bookmark, payload, due_at)
        VALUES ($1, $2, $3, 'resume', $4, $5, $6, $7)
        """;

    private const string MatchSql =
        """
        DELETE FROM agentiq.workflow_signals s
        WHERE s.tenant_id = $1 AND s.correlation_id = $2
          AND EXISTS (SELECT FROM agentiq.workflow_bookmarks b WHERE b.tenant_id = $1 AND b.name = s.name AND b.correlation_id = $2 AND b.is_event)
        RETURNING s.name, s.instance_id, s.payload
        """;

    /// <summary>
    /// The one bookmark of this lane that the stimulus meets, to be resumed at once by the caller; otherwise everything is arranged,
    /// the work is ended and null comes back.
    /// </summary>
    public async Task<(Guid InstanceId, int Bookmark)?> RouteAsync(TenantScope scope, WorkItem item, Stimulus stimulus, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (bookmarks, triggers) = await FindAsync(scope, stimulus, ct);
        if (bookmarks is [var only] && only.Lane == item.Lane && triggers.Count == 0)
        {
            return (only.InstanceId, only.Number);
        }

        foreach (var definition in triggers)
        {
            await client.StartOnStimulusAsync(scope, definition, stimulus, ct);
        }

        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var bookmark in bookmarks)
        {
            batch.Add(HandOverSql, item.TenantId, ids.Next(), bookmark.Lane, bookmark.InstanceId, bookmark.Number, item.Payload, now);
        }

        if (bookmarks.Count == 0 && triggers.Count == 0 && (stimulus.CorrelationId is not null || stimulus.InstanceId is not null))
        {
            batch.Add(ParkSql, item.TenantId, ids.Next(), stimulus.Name, stimulus.CorrelationId, stimulus.InstanceId, stimulus.Payload?.GetRawText(), now + options.StimulusRetention);
        }

        await writer.EndAsync(batch, item, ct);
        return null;
    }

    /// <summary>Sends the stimuli that wait for a correlation again, where by now somebody waits for them.</summary>
    public async Task MatchAsync(TenantScope scope, WorkItem item, CancellationToken ct)
    {
        var found = new List<Stimulus>();
        await using (var command = Sql.Command(scope.Connection, MatchSql, item.TenantId, item.Payload))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                found.Add(new Stimulus(reader.GetString(0), item.Payload, Json(reader, 2)) { InstanceId = reader.IsDBNull(1) ? null : reader.GetGuid(1) });
            }
        }

        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var stimulus in found)
        {
            client.AddSignal(batch, item.TenantId, stimulus, time.GetUtcNow());
        }

        await writer.EndAsync(batch, item, ct);
    }

    /// <summary>Stimuli that wait for an instance, oldest first.</summary>
    public async Task<List<(Guid Id, Stimulus Stimulus)>> WaitingAsync(TenantScope scope, Guid instanceId, string? correlationId, CancellationToken ct)
    {
        const string sql =
            """
            SELECT id, name, payload FROM agentiq.workflow_signals
            WHERE tenant_id = $1 AND (correlation_id = $2 AND (instance_id IS NULL OR instance_id = $3) OR instance_id = $3) AND expires_at > $4
            ORDER BY id
            """;
        var found = new List<(Guid, Stimulus)>();
        await using var command = Sql.Command(scope.Connection, sql, scope.TenantId, correlationId, instanceId, time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetGuid(0), new Stimulus(reader.GetString(1), correlationId, Json(reader, 2))));
        }

        return found;
    }

    private static async Task<(List<(Guid InstanceId, int Number, long Lane)> Bookmarks, List<string> Triggers)> FindAsync(TenantScope scope, Stimulus stimulus, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        batch.Add(BookmarksSql, scope.TenantId, stimulus.Name, stimulus.CorrelationId, stimulus.InstanceId);
        if (stimulus.InstanceId is null)
        {
            batch.Add(TriggersSql, scope.TenantId, stimulus.Name);
        }

        var bookmarks = new List<(Guid, int, long)>();
        var triggers = new List<string>();
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            bookmarks.Add((reader.GetGuid(0), reader.GetInt32(1), reader.GetInt64(2)));
        }

        if (await reader.NextResultAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                triggers.Add(reader.GetString(0));
            }
        }

        return (bookmarks, triggers);
    }

    private static JsonElement? Json(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : JsonSerializer.Deserialize<JsonElement>(reader.GetString(column));
}
