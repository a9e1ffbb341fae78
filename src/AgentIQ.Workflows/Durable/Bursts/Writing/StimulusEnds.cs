using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Removes stimuli that waited and were met. One that is gone already was handed on by somebody else at the same moment: the batch is
/// then not committed, so that no stimulus counts twice.
/// </summary>
internal sealed class StimulusEnds
{
    private const string Sql =
        """
        DELETE FROM agentiq.workflow_signals s
        USING unnest($1::uuid[], $2::uuid[]) AS w (tenant_id, id)
        WHERE s.tenant_id = w.tenant_id AND s.id = w.id
        """;

    private readonly List<Guid> _tenants = [];
    private readonly List<Guid> _ids = [];

    public void Add(Guid tenantId, Guid id)
    {
        _tenants.Add(tenantId);
        _ids.Add(id);
    }

    public void AddTo(NpgsqlBatch batch, List<Expected> expected)
    {
        if (_ids.Count > 0)
        {
            expected.Add(new Expected(batch.Add(Sql, _tenants, _ids), _ids.Count, "a stimulus that was delivered by somebody else"));
        }
    }
}
