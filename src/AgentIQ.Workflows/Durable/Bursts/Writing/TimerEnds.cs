using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Disarms the timers of bookmarks that are gone. They lie in their instance's lane, which has an index.</summary>
internal sealed class TimerEnds
{
    private const string Sql =
        """
        DELETE FROM agentiq.workflow_queue q
        USING unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::int[]) AS w (tenant_id, lane, instance_id, bookmark)
        WHERE q.lane = w.lane AND q.tenant_id = w.tenant_id AND q.instance_id = w.instance_id AND q.kind = 'timer' AND q.bookmark = w.bookmark
        """;

    private readonly List<Guid> _tenants = [];
    private readonly List<long> _lanes = [];
    private readonly List<Guid> _instances = [];
    private readonly List<int> _bookmarks = [];

    public void Add(InstanceRow row, int bookmark)
    {
        _tenants.Add(row.TenantId);
        _lanes.Add(row.Lane);
        _instances.Add(row.Id);
        _bookmarks.Add(bookmark);
    }

    public bool Contains(Guid instance, int bookmark)
    {
        for (var i = 0; i < _instances.Count; i++)
        {
            if (_instances[i] == instance && _bookmarks[i] == bookmark)
            {
                return true;
            }
        }

        return false;
    }

    public void AddTo(NpgsqlBatch batch)
    {
        if (_instances.Count > 0)
        {
            batch.Add(Sql, _tenants, _lanes, _instances, _bookmarks);
        }
    }
}
