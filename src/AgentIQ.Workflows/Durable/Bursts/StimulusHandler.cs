using System.Text.Json;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Stimuli that do not simply meet the one bookmark of their lane.</summary>
internal sealed class StimulusHandler(WorkflowClient client, WorkflowOptions options, TimeProvider time)
{
    private const string ParkSql =
        """
        INSERT INTO agentiq.workflow_signals (tenant_id, id, name, correlation_id, instance_id, payload, expires_at, is_sandbox)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string MatchSql =
        """
        DELETE FROM agentiq.workflow_signals s
        WHERE s.tenant_id = $1 AND s.correlation_id = $2
          AND EXISTS (
              SELECT FROM agentiq.workflow_bookmarks b
              JOIN agentiq.workflow_instances i ON i.tenant_id = b.tenant_id AND i.id = b.instance_id
              WHERE b.tenant_id = $1 AND b.name = s.name AND b.correlation_id = $2 AND b.is_event AND i.is_sandbox = coalesce(s.is_sandbox, i.is_sandbox))
        RETURNING s.name, s.instance_id, s.payload, s.is_sandbox
        """;

    /// <summary>Starts what the stimulus triggers, hands it over to the lanes of the instances that wait for it, or keeps it until one does.</summary>
    public async Task SpreadAsync(BurstContext batch, WorkItem item, StimulusRoute route, CancellationToken ct)
    {
        var (stimulus, now) = (route.Stimulus, time.GetUtcNow());
        foreach (var definition in route.Triggers)
        {
            await client.StartOnStimulusAsync(await batch.Transaction.EnterAsync(item.TenantId, isSandbox: false, ct), definition, stimulus, ct);
        }

        foreach (var bookmark in route.Bookmarks)
        {
            batch.Writes.Queue.Add(item.TenantId, Lane.Of(bookmark.Lane), WorkKind.Resume, bookmark.InstanceId, bookmark.Number, item.Payload, now);
        }

        if (route.Bookmarks.Count == 0 && route.Triggers.Count == 0 && (stimulus.CorrelationId is not null || stimulus.InstanceId is not null))
        {
            // Under the stimulus' own key: keys are times, so those that wait stay in the order in which they came.
            batch.Writes.Add(Sql.BatchCommand(
                ParkSql, item.TenantId, item.Id, stimulus.Name, stimulus.CorrelationId, stimulus.InstanceId, stimulus.Payload?.GetRawText(), now + options.StimulusRetention,
                stimulus.Sandbox));
        }

        batch.Writes.End(item);
    }

    /// <summary>Sends the stimuli that wait for a correlation again, where by now somebody waits for them.</summary>
    public async Task MatchAsync(BurstContext batch, WorkItem item, CancellationToken ct)
    {
        var found = new List<Stimulus>();
        await using (var command = Sql.Command(await batch.Transaction.ForReadingAsync(ct), MatchSql, item.TenantId, item.Payload))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                JsonElement? payload = reader.IsDBNull(2) ? null : JsonSerializer.Deserialize<JsonElement>(reader.GetString(2));
                found.Add(new Stimulus(reader.GetString(0), item.Payload, payload)
                {
                    InstanceId = reader.IsDBNull(1) ? null : reader.GetGuid(1),
                    Sandbox = reader.IsDBNull(3) ? null : reader.GetBoolean(3),
                });
            }
        }

        found.ForEach(stimulus => Send(batch, item, stimulus));
        batch.Writes.End(item);
    }

    /// <summary>A stimulus whose bookmark was met by another one in the meantime is still not lost: it goes back to where it waits.</summary>
    public void GiveBack(BurstContext batch, WorkItem item)
    {
        if (item.Kind is WorkKind.Resume or WorkKind.Signal && Payload.Read<Stimulus>(item) is { } stimulus && (stimulus.CorrelationId is not null || stimulus.InstanceId is not null))
        {
            Send(batch, item, stimulus);
        }

        batch.Writes.End(item);
    }

    private void Send(BurstContext batch, WorkItem item, Stimulus stimulus)
    {
        var statements = new NpgsqlBatch();
        client.AddSignal(statements, item.TenantId, stimulus, time.GetUtcNow());
        batch.Writes.Add(statements);
    }
}
