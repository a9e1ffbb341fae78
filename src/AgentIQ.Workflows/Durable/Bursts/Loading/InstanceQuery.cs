using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Reads the instances of a wave.</summary>
internal static class InstanceQuery
{
    private const string Sql =
        """
        SELECT i.tenant_id, i.id, i.version_id, i.lane, i.correlation_id, i.name, i.sub_status, i.revision, i.state,
               EXISTS (SELECT FROM agentiq.workflow_signals s WHERE s.tenant_id = i.tenant_id AND s.correlation_id = i.correlation_id)
            OR EXISTS (SELECT FROM agentiq.workflow_signals s WHERE s.tenant_id = i.tenant_id AND s.instance_id = i.id),
               agentiq.workflow_lane(i.tenant_id, coalesce(i.correlation_id, i.id::text)) <> i.lane,
               i.is_sandbox
        FROM unnest($1::uuid[], $2::uuid[]) AS wanted (tenant_id, id)
        JOIN agentiq.workflow_instances i ON i.tenant_id = wanted.tenant_id AND i.id = wanted.id
        """;

    public static void Add(Reads reads, IReadOnlyCollection<(Guid TenantId, Guid Id)> wanted, Dictionary<Guid, InstanceRow> rows)
    {
        if (wanted.Count > 0)
        {
            reads.Add(Sql, reader => Keep(reader, rows), wanted.Select(w => w.TenantId).ToArray(), wanted.Select(w => w.Id).ToArray());
        }
    }

    private static void Keep(NpgsqlDataReader reader, Dictionary<Guid, InstanceRow> rows)
    {
        var row = new InstanceRow(
            reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3),
            reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5),
            Enum.Parse<WorkflowSubStatus>(reader.GetString(6)), reader.GetInt32(7),
            reader.IsDBNull(8) ? null : reader.GetFieldValue<byte[]>(8), reader.GetBoolean(9), reader.GetBoolean(10), reader.GetBoolean(11));
        rows[row.Id] = row;
    }
}
