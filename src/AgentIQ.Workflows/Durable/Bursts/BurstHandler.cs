using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Effects;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Does one piece of work: finds its instance, runs the burst, writes it back. Always inside a savepoint that its caller owns.</summary>
internal sealed class BurstHandler(
    InstanceStore instances, BurstWriter writer, StimulusRouter router, WorkflowClient client, EffectLedger ledger,
    IServiceScopeFactory services, TimeProvider time, IIdSource ids, WorkflowOptions options)
{
    /// <exception cref="FencedException">The work has another owner by now.</exception>
    /// <exception cref="RepeatBurstException">A step failed after it may have written.</exception>
    public async Task HandleAsync(BurstBatch batch, TenantScope scope, WorkItem item, CancellationToken ct)
    {
        using var trace = WorkflowTelemetry.Source.StartActivity("burst");
        trace?.SetTag("kind", item.Kind).SetTag("instance", item.InstanceId);
        if (item.Kind == WorkKind.Match)
        {
            await router.MatchAsync(scope, item, ct);
            return;
        }

        if (item.Kind == WorkKind.Signal)
        {
            var stimulus = Payload.Read<Stimulus>(item);
            if (await router.RouteAsync(scope, item, stimulus, ct) is { } target)
            {
                await RunAsync(batch, scope, item, target.InstanceId, b => b.ResumeAsync(target.Bookmark, stimulus, ct), ct);
            }

            return;
        }

        await RunAsync(batch, scope, item, item.InstanceId!.Value, burst => WorkAsync(burst, scope, item, ct), ct);
    }

    private async ValueTask<bool> WorkAsync(Burst burst, TenantScope scope, WorkItem item, CancellationToken ct)
    {
        switch (item.Kind)
        {
            case WorkKind.Start:
                await StartAsync(burst, Payload.Read<StartPayload>(item), ct);
                return true;
            case WorkKind.Continue:
                await burst.ContinueAsync(ct);
                return true;
            case WorkKind.Resume:
                return await burst.ResumeAsync(item.Bookmark!.Value, Payload.Read<Stimulus>(item), ct);
            case WorkKind.Timer:
                return await burst.ResumeAsync(item.Bookmark!.Value, DueStimulus(burst.Instance, item.Bookmark.Value), ct);
            case WorkKind.EffectDone:
                var effect = Payload.Read<EffectPayload>(item);
                return await burst.RecordAsync(effect.WaiterId, await ledger.ResultAsync(scope, effect.LedgerId, ct), ct);
            case WorkKind.Retry:
                return await burst.RetryAsync(Payload.Read<RetryPayload>(item).IncidentId, ct);
            case WorkKind.Cancel:
                burst.CancelInstance();
                return true;
            default:
                throw new InvalidOperationException($"Queue row {item.Id} asks for '{item.Kind}', which this release does not know. Update the process.");
        }
    }

    private static ValueTask StartAsync(Burst burst, StartPayload payload, CancellationToken ct)
    {
        foreach (var (name, value) in payload.Input ?? [])
        {
            burst.Instance.Input[name] = PlainValue.FromElement(value);
        }

        var trigger = payload.Stimulus is { } stimulus ? burst.Instance.Workflow.Triggers.GetValueOrDefault(stimulus.Name) : null;
        return burst.StartAsync(trigger?.Id, payload.Stimulus, ct);
    }

    private static Stimulus DueStimulus(WorkflowInstance instance, int bookmark) =>
        new(instance.Bookmarks.Find(b => b.Number == bookmark)?.Name ?? "Due", instance.CorrelationId) { IsDue = true };

    private async Task RunAsync(BurstBatch batch, TenantScope scope, WorkItem item, Guid instanceId, Func<Burst, ValueTask<bool>> work, CancellationToken ct)
    {
        if (await FindAsync(batch, scope, instanceId, ct) is not { } loaded)
        {
            await writer.EndAsync(scope, item, ct);
            return;
        }

        try
        {
            await using var servicesOfBurst = services.CreateAsyncScope();
            var host = new DurableBurstHost(servicesOfBurst, time, ids, scope, batch.IsCareful, item.Attempts >= options.BurstAttempts) { MaxSteps = options.StepsPerBurst };
            var burst = new Burst(loaded.Instance, host);
            if (!await work(burst))
            {
                await GiveBackAsync(scope, item, ct);
                return;
            }

            var consumed = await MeetWaitingAsync(scope, loaded, burst, ct);
            await writer.WriteAsync(scope, item, loaded, burst, consumed, ct);
            WorkflowTelemetry.Steps.Add(burst.Steps);
            WorkflowTelemetry.Bursts.Add(1, new KeyValuePair<string, object?>("kind", item.Kind));
        }
        catch
        {
            batch.Undo(instanceId);
            throw;
        }
    }

    private async Task<LoadedInstance?> FindAsync(BurstBatch batch, TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        if (batch.IsUndone(instanceId))
        {
            throw new RepeatBurstException(new InvalidOperationException("An earlier burst of the instance was undone; this one runs after it."));
        }

        if (batch.Find(instanceId) is { } known)
        {
            return known;
        }

        if (!batch.Rows.TryGetValue(instanceId, out var row))
        {
            var rows = await instances.LoadAsync(scope.Connection, [(scope.TenantId, instanceId)], ct);
            row = rows.GetValueOrDefault(instanceId);
        }

        if (row is null)
        {
            return null;
        }

        var loaded = await instances.MaterialiseAsync(scope, row, ct);
        batch.Keep(loaded);
        return loaded;
    }

    /// <summary>A stimulus whose bookmark was met by another one in the meantime is still not lost: it goes back to where it waits.</summary>
    private async Task GiveBackAsync(TenantScope scope, WorkItem item, CancellationToken ct)
    {
        if (item.Kind is WorkKind.Resume or WorkKind.Signal && Payload.Read<Stimulus>(item) is { } stimulus && (stimulus.CorrelationId is not null || stimulus.InstanceId is not null))
        {
            await client.SignalAsync(scope, stimulus, ct);
        }

        await writer.EndAsync(scope, item, ct);
    }

    /// <summary>Stimuli that came before their bookmark meet it in the same burst.</summary>
    private async Task<List<Guid>> MeetWaitingAsync(TenantScope scope, LoadedInstance loaded, Burst burst, CancellationToken ct)
    {
        var consumed = new List<Guid>();
        if (!loaded.Row.HasSignals || !LoadedInstance.Live(loaded.Instance).Values.Any(b => b.IsEvent))
        {
            return consumed;
        }

        var waiting = await router.WaitingAsync(scope, loaded.Row.Id, loaded.Instance.CorrelationId, ct);
        for (var met = true; met;)
        {
            met = false;
            foreach (var (id, stimulus) in waiting)
            {
                if (!consumed.Contains(id)
                    && LoadedInstance.Live(loaded.Instance).Values.FirstOrDefault(b => b.IsEvent && b.Name == stimulus.Name) is { } bookmark
                    && await burst.ResumeAsync(bookmark.Number, stimulus, ct))
                {
                    consumed.Add(id);
                    met = true;
                }
            }
        }

        return consumed;
    }
}
