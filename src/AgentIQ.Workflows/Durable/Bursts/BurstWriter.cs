using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Writes back what a burst changed, in one round trip, and refuses to when the work has another owner by now.</summary>
internal sealed class BurstWriter(IIdSource ids, WorkflowClient client)
{
    private const string FenceSql = "DELETE FROM agentiq.workflow_queue WHERE tenant_id = $1 AND id = $2 AND token = $3";

    private const string InstanceSql =
        """
        UPDATE agentiq.workflow_instances
        SET correlation_id = $4, name = $5, sub_status = $6, state = $7, updated_at = $8, revision = revision + 1,
            finished_at   = CASE WHEN $9 THEN $8 END,
            singleton_key = CASE WHEN NOT $9 THEN singleton_key END
        WHERE tenant_id = $1 AND id = $2 AND revision = $3
        """;

    private const string ContinueSql =
        """
        INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, due_at)
        VALUES ($1, $2, $3, 'continue', $4, $5)
        """;

    /// <summary>Ends work that needed no burst.</summary>
    /// <exception cref="FencedException">It has another owner.</exception>
    public async Task EndAsync(TenantScope scope, WorkItem item, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(scope.Connection);
        await EndAsync(batch, item, ct);
    }

    /// <summary>Ends work together with other statements; the batch is rolled back by the caller when the fence refuses.</summary>
    public async Task EndAsync(NpgsqlBatch batch, WorkItem item, CancellationToken ct)
    {
        var fence = batch.Add(FenceSql, item.TenantId, item.Id, item.Token);
        await batch.ExecuteNonQueryAsync(ct);
        Check(fence, item);
    }

    /// <exception cref="FencedException">It has another owner.</exception>
    public async Task WriteAsync(TenantScope scope, WorkItem item, LoadedInstance loaded, Burst burst, IReadOnlyCollection<Guid> consumedSignals, CancellationToken ct)
    {
        var instance = loaded.Instance;
        await ObserveAsync(scope, instance, burst, ct);
        foreach (var start in burst.Starts)
        {
            await client.StartAsync(scope, start, ct);
        }

        await using var batch = new NpgsqlBatch(scope.Connection);
        var fence = batch.Add(FenceSql, item.TenantId, item.Id, item.Token);
        var update = batch.Add(
            InstanceSql, instance.TenantId, instance.Id, loaded.Revision, instance.CorrelationId, instance.Name, instance.SubStatus.ToString(),
            StateSerializer.Write(instance), burst.Now, instance.Status == WorkflowStatus.Finished);
        new BookmarkWriter(ids).Add(batch, loaded, burst.Now);
        EffectWriter.Add(batch, instance, burst, ids);
        IncidentWriter.Add(batch, instance, burst);
        if (burst.Journal.Count > 0)
        {
            batch.Add(
                "INSERT INTO agentiq.workflow_bursts (tenant_id, id, instance_id, occurred_at, journal) VALUES ($1, $2, $3, $4, $5)",
                instance.TenantId, ids.Next(), instance.Id, burst.Now, JournalPacker.Pack(burst.Journal));
        }

        if (instance.Scheduled.Count > 0)
        {
            batch.Add(ContinueSql, instance.TenantId, ids.Next(), loaded.Row.Lane, instance.Id, burst.Now);
        }

        if (consumedSignals.Count > 0)
        {
            batch.Add("DELETE FROM agentiq.workflow_signals WHERE tenant_id = $1 AND id = ANY($2)", instance.TenantId, consumedSignals.ToArray());
        }

        foreach (var signal in burst.Signals)
        {
            client.AddSignal(batch, scope.TenantId, signal, burst.Now);
        }

        await batch.ExecuteNonQueryAsync(ct);
        Check(fence, item);
        Check(update, item);
        loaded.Revision++;
        loaded.Published = LoadedInstance.Live(instance);
        loaded.PublishedCorrelation = instance.CorrelationId;
    }

    private static async Task ObserveAsync(TenantScope scope, WorkflowInstance instance, Burst burst, CancellationToken ct)
    {
        if (burst.NewIncidents.Count == 0 && burst.ResolvedIncidents.Count == 0 && instance.Status != WorkflowStatus.Finished)
        {
            return;
        }

        var reference = new InstanceReference(instance.Id, instance.Workflow.DefinitionId, instance.CorrelationId);
        foreach (var observer in burst.Services.GetServices<IInstanceObserver>())
        {
            foreach (var incident in burst.ResolvedIncidents)
            {
                await observer.OnIncidentResolvedAsync(scope, reference, incident, ct);
            }

            foreach (var incident in burst.NewIncidents)
            {
                await observer.OnIncidentAsync(scope, new InstanceIncident(incident.Id, reference, incident.Node.Id, incident.Node.Name, incident.Message, incident.At), ct);
            }

            if (instance.Status == WorkflowStatus.Finished)
            {
                await observer.OnFinishedAsync(scope, reference, instance.SubStatus, ct);
            }
        }
    }

    private static void Check(NpgsqlBatchCommand command, WorkItem item)
    {
        if (command.RecordsAffected != 1)
        {
            throw new FencedException(item);
        }
    }
}
