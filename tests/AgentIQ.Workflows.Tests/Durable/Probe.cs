using System.Collections.Concurrent;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What tests tell the activities below, and what they saw.</summary>
public sealed class Probe : IInstanceObserver
{
    public ConcurrentQueue<string> Seen { get; } = new();

    public ConcurrentQueue<InstanceIncident> Incidents { get; } = new();

    public ConcurrentQueue<WorkflowSubStatus> Ended { get; } = new();

    /// <summary>Called by a Note after it has written.</summary>
    public Func<StepContext, Task> AfterNote { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called by a WaitOrLate when it is resumed.</summary>
    public Func<WaitContext, Task> AfterResume { get; set; } = _ => Task.CompletedTask;

    /// <summary>The outside that Call talks to.</summary>
    public Func<EffectContext, CancellationToken, Task<EffectResult>> Outside { get; set; } = (_, _) => Task.FromResult(EffectResult.Success("ok"));

    public Func<EffectContext, Task<EffectResult?>> HasHappened { get; set; } = _ => Task.FromResult<EffectResult?>(null);

    public Task OnIncidentAsync(TenantScope scope, InstanceIncident incident, CancellationToken ct)
    {
        Incidents.Enqueue(incident);
        return Task.CompletedTask;
    }

    public Task OnIncidentResolvedAsync(TenantScope scope, InstanceReference instance, Guid incidentId, CancellationToken ct)
    {
        Seen.Enqueue("resolved");
        return Task.CompletedTask;
    }

    public Task OnFinishedAsync(TenantScope scope, InstanceReference instance, WorkflowSubStatus subStatus, CancellationToken ct)
    {
        Ended.Enqueue(subStatus);
        return Task.CompletedTask;
    }
}
