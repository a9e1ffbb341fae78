using AgentIQ.Workflows.Durable.Children;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Does one piece of work by its kind.</summary>
internal sealed class WorkHandler(BurstHandler bursts, StimulusHandler stimuli, ScheduleRunner schedules)
{
    /// <exception cref="RepeatBurstException">A step failed after it may have written.</exception>
    public async Task HandleAsync(BurstContext batch, WorkItem item, bool isCareful, CancellationToken ct)
    {
        using var trace = BurstTrace.Begin(item);
        await RunAsync(batch, item, isCareful, ct);
        trace.Succeed();
    }

    private async Task RunAsync(BurstContext batch, WorkItem item, bool isCareful, CancellationToken ct)
    {
        switch (item.Kind)
        {
            case WorkKind.Match:
                await stimuli.MatchAsync(batch, item, ct);
                return;
            case WorkKind.Schedule:
                await schedules.RunAsync(batch, item, ct);
                return;
            case WorkKind.Signal:
                var route = batch.Wave.Routes[item.Id];
                BurstTrace.LinkTo(route.Stimulus.TraceParent);
                if (route.TargetIn(item.Lane) is not { } target)
                {
                    await stimuli.SpreadAsync(batch, item, route, ct);
                }
                else if (!await bursts.RunAsync(batch, item, target.InstanceId, b => b.ResumeAsync(target.Number, route.Stimulus, ct), isCareful, ct))
                {
                    stimuli.GiveBack(batch, item);
                }

                return;
            default:
                if (item.Kind == WorkKind.Retry)
                {
                    await ActivationGate.RefuseAsync(await batch.Transaction.ForReadingAsync(ct), item.TenantId, item.InstanceId!.Value, ct);
                }

                if (!await bursts.RunAsync(batch, item, item.InstanceId!.Value, burst => WorkAsync(batch.Wave, burst, item, ct), isCareful, ct))
                {
                    stimuli.GiveBack(batch, item);
                }

                return;
        }
    }

    private static async ValueTask<bool> WorkAsync(LoadedWave wave, Burst burst, WorkItem item, CancellationToken ct)
    {
        switch (item.Kind)
        {
            case WorkKind.Start:
                var start = Payload.Read<StartPayload>(item);
                BurstTrace.LinkTo(start.TraceParent);
                await StartAsync(burst, start, ct);
                return true;
            case WorkKind.Continue:
                await burst.ContinueAsync(ct);
                return true;
            case WorkKind.Resume:
                var stimulus = Payload.Read<Stimulus>(item);
                BurstTrace.LinkTo(stimulus.TraceParent);
                return await burst.ResumeAsync(item.Bookmark!.Value, stimulus, ct);
            case WorkKind.Timer:
                return await burst.ResumeAsync(item.Bookmark!.Value, DueStimulus(burst.Instance, item.Bookmark.Value), ct);
            case WorkKind.EffectDone:
                var effect = Payload.Read<EffectPayload>(item);
                return await burst.RecordAsync(effect.WaiterId, wave.ResultOf(effect.LedgerId), ct);
            case WorkKind.Retry:
                return await ResolveAsync(burst, Payload.Read<RetryPayload>(item), ct);
            case WorkKind.Cancel:
                burst.CancelInstance();
                return true;
            case WorkKind.Variables:
                burst.SetVariables(Payload.Read<VariablesPayload>(item).Values);
                return true;
            default:
                throw new InvalidOperationException($"Queue row {item.Id} asks for '{item.Kind}', which this release does not know. Update the process.");
        }
    }

    private static ValueTask<bool> ResolveAsync(Burst burst, RetryPayload retry, CancellationToken ct) => retry.Outcome is { } outcome
        ? burst.SkipAsync(retry.IncidentId, outcome, retry.By, ct)
        : burst.RetryAsync(retry.IncidentId, ct, retry.By);

    private static ValueTask StartAsync(Burst burst, StartPayload payload, CancellationToken ct)
    {
        foreach (var (name, value) in payload.Input ?? [])
        {
            burst.Instance.Input[name] = PlainValue.FromElement(value);
        }

        payload.Parent?.Apply(burst.Instance);
        var trigger = payload.Stimulus is { } stimulus ? burst.Instance.Workflow.Triggers.GetValueOrDefault(stimulus.Name) : null;
        return burst.StartAsync(trigger?.Id, payload.Stimulus, ct);
    }

    private static Stimulus DueStimulus(WorkflowInstance instance, int bookmark) =>
        new(instance.Bookmarks.Find(b => b.Number == bookmark)?.Name ?? "Due", instance.CorrelationId) { IsDue = true };
}
