using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Adds the packed journals, one row per burst.</summary>
internal sealed class JournalRows(IIdSource idSource)
{
    private const string Sql =
        """
        INSERT INTO agentiq.workflow_bursts (tenant_id, id, instance_id, occurred_at, journal)
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[])
        """;

    private readonly List<Guid> _tenants = [];
    private readonly List<Guid> _ids = [];
    private readonly List<Guid> _instances = [];
    private readonly List<DateTimeOffset> _times = [];
    private readonly List<byte[]> _journals = [];

    public void Add(Guid tenantId, Guid instanceId, DateTimeOffset now, byte[] journal)
    {
        _tenants.Add(tenantId);
        _ids.Add(idSource.Next());
        _instances.Add(instanceId);
        _times.Add(now);
        _journals.Add(journal);
    }

    public void AddTo(NpgsqlBatch batch)
    {
        if (_ids.Count > 0)
        {
            batch.Add(Sql, _tenants, _ids, _instances, _times, _journals);
        }
    }
}
