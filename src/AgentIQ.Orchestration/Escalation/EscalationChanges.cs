using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;
using AgentIQ.Workflows;

namespace AgentIQ.Orchestration.Escalation;

/// <summary>
/// Has everything of a seller that waits looked at again when other escalation rules come into force, and when they end: what waits was told
/// to wake at the moments of the rules that were in force when it was last looked at.
/// </summary>
internal sealed class EscalationChanges(IWorkflows workflows, TimeProvider time, IIdSource ids) : IPublicationObserver
{
    public async Task PublishedAsync(TenantScope scope, PolicyPublication publication, CancellationToken ct)
    {
        if (publication.Set != EscalationWatch.PolicySet || publication.State is not (PolicyState.Active or PolicyState.Retired))
        {
            return;
        }

        var now = time.GetUtcNow();
        await SignalAsync(scope, publication.EffectiveFrom > now ? publication.EffectiveFrom : now, ct);
        if (publication.EffectiveTo is { } end && end > now)
        {
            await SignalAsync(scope, end, ct);
        }
    }

    private Task SignalAsync(TenantScope scope, DateTimeOffset at, CancellationToken ct) =>
        workflows.SignalAsync(scope, Stimulus.Of(LifecycleStimuli.EscalationChanged, correlationId: null, ids.Next().ToString()), at, ct);
}
