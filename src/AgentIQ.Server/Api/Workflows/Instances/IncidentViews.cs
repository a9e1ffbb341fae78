using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Workflows;

using Language = AgentIQ.Server.Problems.Language;

namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>Puts together what pages show of incidents.</summary>
internal sealed class IncidentViews(
    IWorkflowMonitor monitor, IIncidents incidents, IWorkflowDefinitionQueries queries, InteractionStore interactions, ActivityNames names)
{
    /// <summary>The open incidents of all instances, oldest first.</summary>
    public async Task<IReadOnlyList<ListedWorkflowIncident>> ListAsync(TenantScope scope, Language language, CancellationToken ct)
    {
        var open = await monitor.OpenIncidentsAsync(scope, instanceId: null, ct);
        var choices = await incidents.ChoicesAsync(scope, [.. open.Select(i => i.Id)], ct);
        var versions = new RunningVersions(queries, names, scope, language);
        var titles = new Dictionary<string, WorkflowInteractionView?>(StringComparer.Ordinal);
        var listed = new List<ListedWorkflowIncident>();
        foreach (var incident in open.Where(i => choices.ContainsKey(i.Id)))
        {
            var choice = choices[incident.Id];
            var correlation = incident.Instance.CorrelationId ?? string.Empty;
            if (!titles.TryGetValue(correlation, out var interaction))
            {
                interaction = titles[correlation] = await InteractionAsync(scope, correlation, ct);
            }

            listed.Add(new ListedWorkflowIncident(await ViewAsync(incident, choice, versions, ct))
            {
                InstanceId = incident.Instance.Id,
                DefinitionName = await versions.NameOfAsync(choice.VersionId, incident.Instance.DefinitionId, ct),
                Interaction = interaction,
            });
        }

        return listed;
    }

    /// <summary>The open incidents of one instance, oldest first.</summary>
    public async Task<IReadOnlyList<WorkflowIncidentView>> OfAsync(TenantScope scope, Guid instanceId, RunningVersions versions, CancellationToken ct)
    {
        var open = await monitor.OpenIncidentsAsync(scope, instanceId, ct);
        var choices = await incidents.ChoicesAsync(scope, [.. open.Select(i => i.Id)], ct);
        var views = new List<WorkflowIncidentView>();
        foreach (var incident in open.Where(i => choices.ContainsKey(i.Id)))
        {
            views.Add(await ViewAsync(incident, choices[incident.Id], versions, ct));
        }

        return views;
    }

    /// <summary>The interaction of a correlation; null when it is none, or not this seller's.</summary>
    public async Task<WorkflowInteractionView?> InteractionAsync(TenantScope scope, string? correlationId, CancellationToken ct) =>
        Guid.TryParse(correlationId, out var id) && await interactions.FindAsync(scope, id, ct) is { } interaction
            ? new WorkflowInteractionView(interaction.Id, interaction.Subject)
            : null;

    private static async Task<WorkflowIncidentView> ViewAsync(InstanceIncident incident, IncidentChoices choices, RunningVersions versions, CancellationToken ct) => new(
        incident.Id,
        incident.ActivityId,
        incident.ActivityId is { } activity ? await versions.ActivityAsync(choices.VersionId, activity, incident.ActivityName ?? activity, ct) : null,
        incident.Cause is null ? incident.Message : $"{incident.Message}: {incident.Cause}",
        incident.At,
        incident.ActivityId is null ? WorkflowIncidentKind.Work : WorkflowIncidentKind.Activity,
        choices.Outcomes);
}
