using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// An interaction whose workflow has an incident stands in the inbox as "needs a person", never in limbo, until the
/// incident is resolved.
/// </summary>
internal sealed class IncidentWatch(InteractionStore interactions, InteractionEvents events) : IInstanceObserver
{
    public async Task OnIncidentAsync(TenantScope scope, InstanceIncident incident, CancellationToken ct)
    {
        if (await SetNeedsPersonAsync(scope, incident.Instance, true, ct) is { } interaction)
        {
            await events.AppendAsync(
                scope,
                interaction.Id,
                InteractionEventTypes.NeedsPerson,
                Actors.System,
                incident.At,
                new { incident.ActivityId, incident.Message },
                ct);
        }
    }

    public Task OnIncidentResolvedAsync(TenantScope scope, InstanceReference instance, Guid incidentId, CancellationToken ct) =>
        SetNeedsPersonAsync(scope, instance, false, ct);

    public Task OnFinishedAsync(TenantScope scope, InstanceReference instance, WorkflowSubStatus subStatus, CancellationToken ct) => Task.CompletedTask;

    private async Task<Interaction?> SetNeedsPersonAsync(TenantScope scope, InstanceReference instance, bool needsPerson, CancellationToken ct) =>
        Guid.TryParse(instance.CorrelationId, out var id) && await interactions.FindAsync(scope, id, ct) is not null
            ? await interactions.UpdateAsync(scope, id, current => current with { NeedsPerson = needsPerson }, ct)
            : null;
}
