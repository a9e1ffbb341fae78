using AgentIQ.Workflows.Durable.Children;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>What a burst does in its tenant's scope besides its activities: it tells the observers, and starts the workflows that it asked for.</summary>
internal sealed class BurstEvents(WorkflowClient client, IServiceProviderIsService registered)
{
    private readonly bool _isObserved = registered.IsService(typeof(IInstanceObserver));

    public async Task TellAsync(BurstTransaction transaction, List<BurstResult> results, CancellationToken ct)
    {
        foreach (var (_, burst, _, _, _) in results)
        {
            if (_isObserved && HasNews(burst))
            {
                await ObserveAsync(transaction, burst, ct);
            }

            if (burst.NewTasks.Count > 0)
            {
                await TaskAnnouncer.TellAsync(await transaction.EnterAsync(burst.Instance.TenantId, burst.Instance.IsSandbox, ct), burst, ct);
            }

            foreach (var start in burst.Starts)
            {
                await client.StartFromBurstAsync(await transaction.EnterAsync(burst.Instance.TenantId, burst.Instance.IsSandbox, ct), start.From(burst.Instance), ct);
            }
        }
    }

    private static bool HasNews(Burst burst) =>
        burst.NewIncidents.Count > 0 || burst.ResolvedIncidents.Count > 0 || burst.Instance.Status == WorkflowStatus.Finished;

    private static async Task ObserveAsync(BurstTransaction transaction, Burst burst, CancellationToken ct)
    {
        var instance = burst.Instance;
        var scope = await transaction.EnterAsync(instance.TenantId, instance.IsSandbox, ct);
        var reference = new InstanceReference(instance.Id, instance.Workflow.DefinitionId, instance.CorrelationId) { IsSandbox = instance.IsSandbox };
        foreach (var observer in burst.Services.GetServices<IInstanceObserver>())
        {
            foreach (var incident in burst.ResolvedIncidents)
            {
                await observer.OnIncidentResolvedAsync(scope, reference, incident, ct);
            }

            foreach (var incident in burst.NewIncidents.Where(i => !i.IsClosed))
            {
                await observer.OnIncidentAsync(scope, new InstanceIncident(incident.Id, reference, incident.Node.Id, incident.Node.Name, incident.Message, incident.At) { Cause = incident.Cause }, ct);
            }

            if (instance.Status == WorkflowStatus.Finished)
            {
                await observer.OnFinishedAsync(scope, reference, instance.SubStatus, ct);
            }
        }
    }
}
