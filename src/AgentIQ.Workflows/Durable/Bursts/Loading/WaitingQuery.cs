using System.Text.Json;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Reads the stimuli that came before their bookmarks, oldest first.</summary>
internal static class WaitingQuery
{
    private const string Sql =
        """
        SELECT w.instance_id, s.id, s.name, w.correlation_id, s.payload, s.instance_id, s.is_sandbox
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $5::boolean[]) AS w (tenant_id, instance_id, correlation_id, is_sandbox)
        JOIN agentiq.workflow_signals s ON s.tenant_id = w.tenant_id
         AND (s.correlation_id = w.correlation_id AND (s.instance_id IS NULL OR s.instance_id = w.instance_id) OR s.instance_id = w.instance_id)
        WHERE s.expires_at > $4 AND w.is_sandbox = coalesce(s.is_sandbox, w.is_sandbox)
        ORDER BY s.id
        """;

    public static void Add(Reads reads, Dictionary<Guid, InstanceRow> rows, DateTimeOffset now, Dictionary<Guid, List<WaitingStimulus>> waiting)
    {
        var with = rows.Values.Where(r => r.HasSignals).ToList();
        if (with.Count > 0)
        {
            reads.Add(
                Sql, reader => Keep(reader, waiting),
                with.Select(r => r.TenantId).ToArray(), with.Select(r => r.Id).ToArray(), with.Select(r => r.CorrelationId).ToArray(), now,
                with.Select(r => r.IsSandbox).ToArray());
        }
    }

    private static void Keep(NpgsqlDataReader reader, Dictionary<Guid, List<WaitingStimulus>> waiting)
    {
        if (!waiting.TryGetValue(reader.GetGuid(0), out var list))
        {
            waiting[reader.GetGuid(0)] = list = [];
        }

        JsonElement? payload = reader.IsDBNull(4) ? null : JsonSerializer.Deserialize<JsonElement>(reader.GetString(4));
        list.Add(new WaitingStimulus(
            reader.GetGuid(1),
            new Stimulus(reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), payload) 
            {
                InstanceId = reader.IsDBNull(5) ? null : reader.GetGuid(5),
                Sandbox = reader.IsDBNull(6) ? null : reader.GetBoolean(6),
            }));
    }
}

/// <summary>A stimulus that waits, by the key of its row.</summary>
internal sealed record WaitingStimulus(Guid Id, Stimulus Stimulus);
