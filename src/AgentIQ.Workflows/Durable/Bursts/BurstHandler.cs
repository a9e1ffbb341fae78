using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Runs one burst in memory and gathers what is to be written. Whatever it throws leaves the batch's writes as they were.</summary>
internal sealed class BurstHandler(
    WorkflowCatalog catalog, BurstEvents events, WorkflowClient client,
    IServiceProvider root, IServiceScopeFactory services, TimeProvider time, IIdSource ids, WorkflowOptions options)
{
    /// <param name="batch">What the burst reads, and where it writes.</param>
    /// <param name="item">The work, which has an instance.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="work">What the burst does first; false: there is nobody to do it for.</param>
    /// <param name="isCareful">Whether each activity is protected by a savepoint of its own.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>False when there is nobody to do it for.</returns>
    /// <exception cref="RepeatBurstException">A step failed after it may have written.</exception>
    public async Task<bool> RunAsync(BurstContext batch, WorkItem item, Guid instanceId, Func<Burst, ValueTask<bool>> work, bool isCareful, CancellationToken ct)
    {
        if (!batch.Wave.Instances.TryGetValue(instanceId, out var row))
        {
            batch.Writes.End(item);
            return true;
        }

        var loaded = await MaterialiseAsync(batch.Transaction, row, ct);
        await using var host = new DurableBurstHost(services, time, ids, batch.Transaction, catalog, item.TenantId, row.IsSandbox, isCareful, item.Attempts >= options.BurstAttempts)
        {
            MaxSteps = options.StepsPerBurst,
            FlowchartMode = options.FlowchartMode,
        };
        var burst = new Burst(loaded.Instance, host);
        if (!await work(burst))
        {
            return false;
        }

        var met = await MeetWaitingAsync(batch.Wave, burst, ct);
        var results = BurstResult.Of(loaded, burst, client, ids);
        await events.TellAsync(batch.Transaction, results, ct);
        batch.Writes.End(item);
        results.ForEach(batch.Writes.Add);
        met.ForEach(id => batch.Writes.EndStimulus(item.TenantId, id));
        BurstTrace.Describe(burst);
        results.ForEach(r => WorkflowTelemetry.Steps.Add(r.Burst.Steps));
        return true;
    }

    /// <summary>Makes the state of a row, on the version that the instance was started with.</summary>
    private async ValueTask<LoadedInstance> MaterialiseAsync(BurstTransaction transaction, InstanceRow row, CancellationToken ct)
    {
        var instance = new WorkflowInstance(row.Id, row.TenantId, await catalog.GetAsync(transaction, row.TenantId, row.VersionId, ct))
        {
            IsSandbox = row.IsSandbox,
            CorrelationId = row.CorrelationId,
            Name = row.Name,
            SubStatus = row.SubStatus,
        };
        if (row.State is not null)
        {
            StateDeserializer.Read(row.State, instance, root);
        }

        return new LoadedInstance(row, instance);
    }

    /// <summary>Stimuli that came before their bookmark meet it in the same burst.</summary>
    private static async Task<List<Guid>> MeetWaitingAsync(LoadedWave wave, Burst burst, CancellationToken ct)
    {
        var met = new List<Guid>();
        if (!wave.Waiting.TryGetValue(burst.Instance.Id, out var waiting))
        {
            return met;
        }

        for (var goesOn = true; goesOn;)
        {
            goesOn = false;
            foreach (var (id, stimulus) in waiting)
            {
                // After the instance took another correlation, what waits for the old one is not for it any more.
                if (!met.Contains(id)
                    && (stimulus.InstanceId is not null || stimulus.CorrelationId == burst.Instance.CorrelationId)
                    && LoadedInstance.Live(burst.Instance).Values.FirstOrDefault(b => b.IsEvent && b.Name == stimulus.Name) is { } bookmark
                    && await burst.ResumeAsync(bookmark.Number, stimulus, ct))
                {
                    met.Add(id);
                    goesOn = true;
                }
            }
        }

        return met;
    }
}
