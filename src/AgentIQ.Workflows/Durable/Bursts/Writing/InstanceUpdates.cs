using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Writes instances back, each only if it still has the revision that the burst read. No indexed column changes (but a correlation or
/// a singleton's key now and then), so that PostgreSQL updates the row on its page and leaves the indexes alone.
/// </summary>
internal sealed class InstanceUpdates
{
    private const string Sql =
        """
        UPDATE agentiq.workflow_instances i
        SET correlation_id = w.correlation_id, name = w.name, sub_status = w.sub_status, state = w.state, updated_at = w.now, revision = i.revision + 1,
            finished_at    = CASE WHEN w.is_finished THEN w.now END,
            singleton_key  = CASE WHEN NOT w.is_finished AND (i.correlation_id IS NOT DISTINCT FROM w.correlation_id OR i.activation_key = i.definition_id) THEN coalesce(i.activation_key, i.singleton_key) END,
            activation_key = CASE WHEN i.correlation_id IS NOT DISTINCT FROM w.correlation_id OR i.activation_key = i.definition_id THEN i.activation_key END
        FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::boolean[])
          AS w (tenant_id, id, revision, correlation_id, name, sub_status, state, now, is_finished)
        WHERE i.tenant_id = w.tenant_id AND i.id = w.id AND i.revision = w.revision
        """;

    private readonly List<Guid> _tenants = [];
    private readonly List<Guid> _ids = [];
    private readonly List<int> _revisions = [];
    private readonly List<string?> _correlations = [];
    private readonly List<string?> _names = [];
    private readonly List<string> _subStatuses = [];
    private readonly List<byte[]> _states = [];
    private readonly List<DateTimeOffset> _times = [];
    private readonly List<bool> _finished = [];

    public void Add(InstanceRow row, WorkflowInstance instance, byte[] state, DateTimeOffset now) =>
        Add(row, instance.CorrelationId, instance.Name, instance.SubStatus, instance.Status == WorkflowStatus.Finished, state, now);

    public void Add(InstanceRow row, string? correlationId, string? name, WorkflowSubStatus subStatus, bool isFinished, byte[] state, DateTimeOffset now)
    {
        _tenants.Add(row.TenantId);
        _ids.Add(row.Id);
        _revisions.Add(row.Revision);
        _correlations.Add(correlationId);
        _names.Add(name);
        _subStatuses.Add(SubStatusNames.Of(subStatus));
        _states.Add(state);
        _times.Add(now);
        _finished.Add(isFinished);
    }

    public void AddTo(NpgsqlBatch batch, List<Expected> expected)
    {
        if (_ids.Count > 0)
        {
            var command = batch.Add(Sql, _tenants, _ids, _revisions, _correlations, _names, _subStatuses, _states, _times, _finished);
            expected.Add(new Expected(command, _ids.Count, "an instance that was changed by somebody else"));
        }
    }
}
