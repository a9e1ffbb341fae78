using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Brings the bookmarks' table to what the states say.</summary>
internal sealed class BookmarkRows
{
    private const string RemoveSql =
        """
        DELETE FROM agentiq.workflow_bookmarks b
        USING unnest($1::uuid[], $2::uuid[], $3::int[]) AS w (tenant_id, instance_id, number)
        WHERE b.tenant_id = w.tenant_id AND b.instance_id = w.instance_id AND b.number = w.number
        """;

    private const string AddSql =
        """
        INSERT INTO agentiq.workflow_bookmarks (tenant_id, instance_id, number, name, correlation_id, activity_id, is_event, due_at)
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::timestamptz[])
        """;

    private readonly List<Guid> _removedTenants = [];
    private readonly List<Guid> _removedInstances = [];
    private readonly List<int> _removedNumbers = [];
    private readonly List<Guid> _tenants = [];
    private readonly List<Guid> _instances = [];
    private readonly List<int> _numbers = [];
    private readonly List<string> _names = [];
    private readonly List<string?> _correlations = [];
    private readonly List<string> _activities = [];
    private readonly List<bool> _events = [];
    private readonly List<DateTimeOffset?> _due = [];

    public void Remove(Guid tenantId, Guid instanceId, int number)
    {
        _removedTenants.Add(tenantId);
        _removedInstances.Add(instanceId);
        _removedNumbers.Add(number);
    }

    public void Add(WorkflowInstance instance, Bookmark bookmark) => Add(
        instance.TenantId, instance.Id, bookmark.Number, bookmark.Name, instance.CorrelationId, bookmark.Execution.Node.Id, bookmark.IsEvent, bookmark.Due?.ToUniversalTime());

    public void Add(Guid tenantId, Guid instanceId, int number, string name, string? correlationId, string activityId, bool isEvent, DateTimeOffset? due)
    {
        _tenants.Add(tenantId);
        _instances.Add(instanceId);
        _numbers.Add(number);
        _names.Add(name);
        _correlations.Add(correlationId);
        _activities.Add(activityId);
        _events.Add(isEvent);
        _due.Add(due);
    }

    public void AddTo(NpgsqlBatch batch)
    {
        if (_removedInstances.Count > 0)
        {
            batch.Add(RemoveSql, _removedTenants, _removedInstances, _removedNumbers);
        }

        if (_instances.Count > 0)
        {
            batch.Add(AddSql, _tenants, _instances, _numbers, _names, _correlations, _activities, _events, _due);
        }
    }
}
