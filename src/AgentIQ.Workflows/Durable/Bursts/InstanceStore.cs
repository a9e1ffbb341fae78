using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Reads instances.</summary>
internal sealed class InstanceStore(WorkflowCatalog catalog, IServiceProvider services)
{
    private const string LoadSql =
        """
        SELECT i.tenant_id, i.id, i.version_id, i.lane, i.correlation_id, i.name, i.sub_status, i.revision, i.state,
               EXISTS (SELECT FROM agentiq.workflow_signals s WHERE s.tenant_id = i.tenant_id AND s.correlation_id = i.correlation_id)
            OR EXISTS (SELECT FROM agentiq.workflow_signals s WHERE s.tenant_id = i.tenant_id AND s.instance_id = i.id),
               agentiq.workflow_lane(i.tenant_id, coalesce(i.correlation_id, i.id::text)) <> i.lane
        FROM unnest($1, $2) AS wanted (tenant_id, id)
        JOIN agentiq.workflow_instances i ON i.tenant_id = wanted.tenant_id AND i.id = wanted.id
        """;

    /// <summary>Reads the rows of a batch at once.</summary>
    public async Task<Dictionary<Guid, InstanceRow>> LoadAsync(NpgsqlConnection connection, IReadOnlyCollection<(Guid TenantId, Guid Id)> wanted, CancellationToken ct)
    {
        var rows = new Dictionary<Guid, InstanceRow>();
        if (wanted.Count == 0)
        {
            return rows;
        }

        await using var command = Sql.Command(connection, LoadSql, wanted.Select(w => w.TenantId).ToArray(), wanted.Select(w => w.Id).ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new InstanceRow(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5),
                Enum.Parse<WorkflowSubStatus>(reader.GetString(6)), reader.GetInt32(7),
                reader.IsDBNull(8) ? null : reader.GetFieldValue<byte[]>(8), reader.GetBoolean(9), reader.GetBoolean(10));
            rows[row.Id] = row;
        }

        return rows;
    }

    /// <summary>Makes the state of a row, on the version that the instance was started with.</summary>
    public async Task<LoadedInstance> MaterialiseAsync(TenantScope scope, InstanceRow row, CancellationToken ct)
    {
        var instance = new WorkflowInstance(row.Id, row.TenantId, await catalog.GetAsync(scope, row.VersionId, ct))
        {
            CorrelationId = row.CorrelationId,
            Name = row.Name,
            SubStatus = row.SubStatus,
        };
        if (row.State is not null)
        {
            StateDeserializer.Read(row.State, instance, services);
        }

        return new LoadedInstance(row, instance);
    }
}
