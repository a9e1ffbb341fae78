using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;
using AgentIQ.Workflows;

namespace AgentIQ.Orchestration.Escalation;

/// <summary>
/// Has everything of a seller that waits looked at again when other escalation rules come into force, and when they end: what waits was told
/// to wake at the moments of the rules that were in force when it was last looked at. And once more when every process surely has the
/// change: what began to wait in between may have been looked at by one that had not heard of it.
/// </summary>
internal sealed class EscalationChanges(IWorkflows workflows, RulesOptions rules, TimeProvider time, IIdSource ids) : IPublicationObserver
{
    public async Task PublishedAsync(TenantScope scope, PolicyPublication publication, CancellationToken ct)
    {
        if (publication.Set != EscalationWatch.PolicySet || publication.State is not (PolicyState.Active or PolicyState.Retired))
        {
            return;
        }

        var now = time.GetUtcNow();
        await TellAsync(scope, publication.EffectiveFrom > now ? publication.EffectiveFrom : now, ct);
        if (publication.EffectiveTo is { } end && end > now)
        {
            await TellAsync(scope, end, ct);
        }
    }

    private async Task TellAsync(TenantScope scope, DateTimeOffset change, CancellationToken ct)
    {
        // Twice the interval: a reload that began just before the change does not see it yet.
        foreach (var at in (DateTimeOffset[])[change, change + (2 * rules.ReloadInterval)])
        {
            await workflows.SignalAsync(scope, Stimulus.Of(LifecycleStimuli.EscalationChanged, correlationId: null, ids.Next().ToString()), at, ct);
        }
    }
}
