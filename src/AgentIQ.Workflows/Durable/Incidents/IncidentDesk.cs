using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable.Children;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Incidents;

/// <summary>Turns what people decide about incidents into rows of the queue, each together with the record of who decided.</summary>
internal sealed class IncidentDesk(DeadWorkDesk deadWork, WorkflowCatalog catalog, IIdSource ids, TimeProvider time, WorkBell bell) : IIncidents
{
    // Locked, so that of two people who act at once the second waits for the first's record.
    private const string FindSql =
        """
        SELECT n.instance_id, n.activity_id, n.queue_id, i.version_id, n.child_instance_id
        FROM agentiq.workflow_incidents n
        JOIN agentiq.workflow_instances i ON i.tenant_id = n.tenant_id AND i.id = n.instance_id
        WHERE n.tenant_id = $1 AND n.id = $2 AND n.resolved_at IS NULL
        FOR UPDATE OF n
        """;

    private const string ChoicesSql =
        """
        SELECT n.id, n.activity_id, i.version_id, n.resolved_at IS NULL
        FROM agentiq.workflow_incidents n
        JOIN agentiq.workflow_instances i ON i.tenant_id = n.tenant_id AND i.id = n.instance_id
        WHERE n.tenant_id = $1 AND n.id = ANY($2)
        """;

    // A faulted instance has ended too, but a retry could make it run again, so it can be cancelled.
    private const string CancellableSql =
        "SELECT EXISTS (SELECT FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $2 AND sub_status NOT IN ('Finished', 'Cancelled'))";

    private const string AskSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, payload, due_at)
        SELECT tenant_id, $2, lane, $4, id, $5, $6 FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $3
        """;

    public async Task<bool> RetryAsync(TenantScope scope, Guid incidentId, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        if (await FindAsync(scope, incidentId, ct) is not { } incident)
        {
            return false;
        }

        if (incident.QueueId is { } queueId)
        {
            return await deadWork.RetryAsync(scope, queueId, actor, ct);
        }

        if (incident.ChildInstanceId is { } child && await OpenOfAsync(scope, child, ct) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await RetryAsync(scope, fault, actor, ct);
            }

            return true;
        }

        await ActivationGate.RefuseAsync(scope.Connection, scope.TenantId, incident.InstanceId, ct);
        await AskAsync(scope, incident.InstanceId, WorkKind.Retry, new RetryPayload(incidentId) { By = actor }, new IncidentAction(IncidentActions.Retry, incident.InstanceId, incidentId, null, null, actor, time.GetUtcNow()), ct);
        return true;
    }

    public async Task<bool> SkipAsync(TenantScope scope, Guid incidentId, string outcome, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(outcome);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        if (await FindAsync(scope, incidentId, ct) is not { } incident)
        {
            return false;
        }

        if (incident.ActivityId is null)
        {
            throw new InvalidOperationException("This incident is about work that failed as a whole, not about one activity, so nothing can be skipped. Retry that work or drop it.");
        }

        var workflow = await catalog.GetAsync(scope, incident.VersionId, ct);
        if (incident.ChildInstanceId is null && workflow.FindById(incident.ActivityId) is { Descriptor.Outcomes.Count: > 0 } node && !node.Descriptor.Allows(outcome))
        {
            throw new ArgumentException($"'{node.Name}' has no outcome '{outcome}'. It has: {string.Join(", ", node.Descriptor.Outcomes.Select(o => o.Name))}.", nameof(outcome));
        }

        var action = new IncidentAction(IncidentActions.Skip, incident.InstanceId, incidentId, null, outcome, actor, time.GetUtcNow());
        await AskAsync(scope, incident.InstanceId, WorkKind.Retry, new RetryPayload(incidentId) { By = actor, Outcome = outcome }, action, ct);
        return true;
    }

    public async Task<bool> CancelAsync(TenantScope scope, Guid incidentId, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        if (await FindAsync(scope, incidentId, ct) is not { } incident)
        {
            return false;
        }

        await AskAsync(scope, incident.InstanceId, WorkKind.Cancel, payload: null, new IncidentAction(IncidentActions.Cancel, incident.InstanceId, incidentId, incident.QueueId, null, actor, time.GetUtcNow()), ct);
        return true;
    }

    public async Task<IReadOnlyDictionary<Guid, IncidentChoices>> ChoicesAsync(TenantScope scope, IReadOnlyCollection<Guid> incidentIds, CancellationToken ct)
    {
        var found = new List<(Guid Id, string? ActivityId, string VersionId, bool IsOpen)>();
        await using (var command = Sql.Command(scope.Connection, ChoicesSql, scope.TenantId, incidentIds.ToArray()))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                found.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2), reader.GetBoolean(3)));
            }
        }

        var choices = new Dictionary<Guid, IncidentChoices>();
        foreach (var (id, activityId, versionId, isOpen) in found)
        {
            choices[id] = new IncidentChoices(versionId, isOpen, activityId is null ? [] : await OutcomesAsync(scope, versionId, activityId, ct));
        }

        return choices;
    }

    public async Task<bool> CancelInstanceAsync(TenantScope scope, Guid instanceId, string actor, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        await using (var command = Sql.Command(scope.Connection, CancellableSql, scope.TenantId, instanceId))
        {
            if (await command.ExecuteScalarAsync(ct) is not true)
            {
                return false;
            }
        }

        await AskAsync(scope, instanceId, WorkKind.Cancel, payload: null, new IncidentAction(IncidentActions.Cancel, instanceId, null, null, null, actor, time.GetUtcNow()), ct);
        return true;
    }

    public Task<bool> RetryWorkAsync(TenantScope scope, Guid queueId, string actor, CancellationToken ct) => deadWork.RetryAsync(scope, queueId, actor, ct);

    public Task<bool> DropWorkAsync(TenantScope scope, Guid queueId, string actor, CancellationToken ct) => deadWork.DropAsync(scope, queueId, actor, ct);

    public async Task<IReadOnlyList<IncidentAction>> ActionsAsync(TenantScope scope, Guid? instanceId, CancellationToken ct) =>
        await IncidentActions.ListAsync(scope, instanceId, ct);

    private async Task<IReadOnlyList<string>> OutcomesAsync(TenantScope scope, string versionId, string activityId, CancellationToken ct) =>
        (await catalog.GetAsync(scope, versionId, ct)).FindById(activityId) is { } node ? ActivityOutcomes.Shown(node) : [OutcomeNames.Done];

    private async Task AskAsync(TenantScope scope, Guid instanceId, string kind, RetryPayload? payload, IncidentAction action, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        batch.Add(AskSql, scope.TenantId, ids.Next(), instanceId, kind, payload is null ? null : Payload.Write(payload), action.At);
        IncidentActions.Record(batch, scope.TenantId, ids.Next(), action);
        await batch.ExecuteNonQueryAsync(ct);
        bell.RingAfter(scope);
    }

    private static async Task<List<Guid>> OpenOfAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        var open = new List<Guid>();
        await using var command = Sql.Command(
            scope.Connection, "SELECT id FROM agentiq.workflow_incidents WHERE tenant_id = $1 AND instance_id = $2 AND resolved_at IS NULL ORDER BY id", scope.TenantId, instanceId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            open.Add(reader.GetGuid(0));
        }

        return open;
    }

    private static async Task<OpenIncident?> FindAsync(TenantScope scope, Guid incidentId, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, FindSql, scope.TenantId, incidentId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new OpenIncident(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetGuid(4))
            : null;
    }

    private sealed record OpenIncident(Guid InstanceId, string? ActivityId, Guid? QueueId, string VersionId, Guid? ChildInstanceId);
}
