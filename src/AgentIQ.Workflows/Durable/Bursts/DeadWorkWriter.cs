using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Gives work up: the row stays where people can see and retry it, and the instance it is for gets an incident.</summary>
internal sealed class DeadWorkWriter(Database database, IIdSource ids, TimeProvider time, IServiceScopeFactory services)
{
    private const string KillSql =
        """
        UPDATE agentiq.workflow_queue SET is_dead = true, lease_until = NULL, token = NULL, error = $4
        WHERE tenant_id = $1 AND id = $2 AND token = $3
        """;

    private const string IncidentSql =
        """
        INSERT INTO agentiq.workflow_incidents (tenant_id, id, instance_id, definition_id, correlation_id, message, queue_id, occurred_at)
        SELECT tenant_id, $2, id, definition_id, correlation_id, $4, $5, $6 FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $3
        RETURNING definition_id, correlation_id, (SELECT is_sandbox FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $3)
        """;

    public async Task WriteAsync(WorkItem item, string error, CancellationToken ct)
    {
        await using var transaction = await database.BeginAsync(item.TenantId, ct);
        await using (var kill = Sql.Command(transaction.Scope.Connection, KillSql, item.TenantId, item.Id, item.Token, error))
        {
            if (await kill.ExecuteNonQueryAsync(ct) != 1)
            {
                return;
            }
        }

        if (item.InstanceId is { } instanceId)
        {
            await RaiseAsync(transaction.Scope, item, instanceId, $"This step of the workflow failed {item.Attempts} times: {error}", ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task RaiseAsync(TenantScope scope, WorkItem item, Guid instanceId, string message, CancellationToken ct)
    {
        var (id, now) = (ids.Next(), time.GetUtcNow());
        InstanceReference reference;
        await using (var raise = Sql.Command(scope.Connection, IncidentSql, item.TenantId, id, instanceId, message, item.Id, now))
        await using (var reader = await raise.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return;
            }

            reference = new InstanceReference(instanceId, reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)) { IsSandbox = reader.GetBoolean(2) };
        }

        WorkflowTelemetry.Incidents.Add(1);
        await using var observers = services.CreateAsyncScope();
        foreach (var observer in observers.ServiceProvider.GetServices<IInstanceObserver>())
        {
            await observer.OnIncidentAsync(scope, new InstanceIncident(id, reference, ActivityId: null, ActivityName: null, message, now), ct);
        }
    }
}
