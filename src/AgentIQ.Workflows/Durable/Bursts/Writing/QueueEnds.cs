using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Ends finished work. This is the fence: work that has another owner by now carries another token and is not found.</summary>
internal sealed class QueueEnds
{
    private const string Sql =
        """
        DELETE FROM agentiq.workflow_queue q
        USING unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS mine (tenant_id, id, token)
        WHERE q.tenant_id = mine.tenant_id AND q.id = mine.id AND q.token = mine.token
        """;

    private readonly List<Guid> _tenants = [];
    private readonly List<Guid> _ids = [];
    private readonly List<long> _tokens = [];

    public void Add(WorkItem item)
    {
        _tenants.Add(item.TenantId);
        _ids.Add(item.Id);
        _tokens.Add(item.Token);
    }

    public void AddTo(NpgsqlBatch batch, List<Expected> expected)
    {
        if (_ids.Count > 0)
        {
            expected.Add(new Expected(batch.Add(Sql, _tenants, _ids, _tokens), _ids.Count, "work that has another owner by now"));
        }
    }
}
