using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Adds follow-up work: timers, rests of cut bursts, stimuli that are handed over to another lane.</summary>
internal sealed class QueueRows(IIdSource idSource)
{
    private const string Sql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, bookmark, payload, due_at)
        SELECT w.tenant_id, w.id, coalesce(w.lane, agentiq.workflow_lane(w.tenant_id, w.lane_key)), w.kind, w.instance_id, w.bookmark, w.payload, w.due_at
        FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::uuid[], $7::int[], $8::text[], $9::timestamptz[])
          AS w (tenant_id, id, lane, lane_key, kind, instance_id, bookmark, payload, due_at)
        """;

    private readonly List<Guid> _tenants = [];
    private readonly List<Guid> _ids = [];
    private readonly List<long?> _lanes = [];
    private readonly List<string?> _laneKeys = [];
    private readonly List<string> _kinds = [];
    private readonly List<Guid?> _instances = [];
    private readonly List<int?> _bookmarks = [];
    private readonly List<string?> _payloads = [];
    private readonly List<DateTimeOffset> _due = [];

    public int Count => _ids.Count;

    public void Add(Guid tenantId, Lane lane, string kind, Guid? instanceId, int? bookmark, string? payload, DateTimeOffset dueAt)
    {
        _tenants.Add(tenantId);
        _ids.Add(idSource.Next());
        _lanes.Add(lane.Number);
        _laneKeys.Add(lane.Key);
        _kinds.Add(kind);
        _instances.Add(instanceId);
        _bookmarks.Add(bookmark);
        _payloads.Add(payload);
        _due.Add(dueAt.ToUniversalTime());
    }

    public void AddTo(NpgsqlBatch batch)
    {
        if (_ids.Count > 0)
        {
            batch.Add(Sql, _tenants, _ids, _lanes, _laneKeys, _kinds, _instances, _bookmarks, _payloads, _due);
        }
    }
}
