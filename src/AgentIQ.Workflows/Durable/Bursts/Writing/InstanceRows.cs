using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Adds the instances that were begun inside a burst.</summary>
internal sealed class InstanceRows
{
    private const string Sql =
        """
        INSERT INTO agentiq.workflow_instances
            (tenant_id, id, definition_id, version_id, version, lane, correlation_id, name, sub_status, revision, state, created_at, updated_at, finished_at,
             parent_instance_id, activation_key, singleton_key, is_sandbox)
        SELECT w.tenant_id, w.id, w.definition_id, w.version_id, w.version, agentiq.workflow_lane(w.tenant_id, coalesce(w.correlation_id, w.id::text)),
               w.correlation_id, w.name, w.sub_status, 1, w.state, w.now, w.now, CASE WHEN w.is_finished THEN w.now END,
               w.parent_instance_id, w.activation_key, CASE WHEN NOT w.is_finished THEN w.activation_key END, w.is_sandbox
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::boolean[], $12::uuid[], $13::text[], $14::boolean[])
          AS w (tenant_id, id, definition_id, version_id, version, correlation_id, name, sub_status, state, now, is_finished, parent_instance_id, activation_key, is_sandbox)
        """;

    private readonly List<Guid> _tenants = [];
    private readonly List<Guid> _ids = [];
    private readonly List<string> _definitions = [];
    private readonly List<string> _versionIds = [];
    private readonly List<int> _versions = [];
    private readonly List<string?> _correlations = [];
    private readonly List<string?> _names = [];
    private readonly List<string> _subStatuses = [];
    private readonly List<byte[]> _states = [];
    private readonly List<DateTimeOffset> _times = [];
    private readonly List<bool> _finished = [];
    private readonly List<Guid?> _parents = [];
    private readonly List<string?> _activationKeys = [];
    private readonly List<bool> _sandboxes = [];

    public void Add(WorkflowInstance instance, byte[] state, DateTimeOffset now)
    {
        _tenants.Add(instance.TenantId);
        _ids.Add(instance.Id);
        _definitions.Add(instance.Workflow.DefinitionId);
        _versionIds.Add(instance.Workflow.VersionId);
        _versions.Add(instance.Workflow.Version);
        _correlations.Add(instance.CorrelationId);
        _names.Add(instance.Name);
        _subStatuses.Add(SubStatusNames.Of(instance.SubStatus));
        _states.Add(state);
        _times.Add(now);
        _finished.Add(instance.Status == WorkflowStatus.Finished);
        _parents.Add(instance.ParentInstanceId);
        _activationKeys.Add(instance.Workflow.ActivationKey(instance.CorrelationId));
        _sandboxes.Add(instance.IsSandbox);
    }

    public void AddTo(NpgsqlBatch batch)
    {
        if (_ids.Count > 0)
        {
            batch.Add(Sql, _tenants, _ids, _definitions, _versionIds, _versions, _correlations, _names, _subStatuses, _states, _times, _finished, _parents, _activationKeys, _sandboxes);
        }
    }
}
