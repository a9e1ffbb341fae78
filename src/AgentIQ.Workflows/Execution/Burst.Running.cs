using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Execution;

/// <content>Running one activity: from its beginning, or with what it waited for.</content>
internal sealed partial class Burst
{
    private async ValueTask ExecuteAsync(ScheduledWork work, CancellationToken ct)
    {
        var execution = new ActivityExecution(Instance.LastExecution + 1, work.Node, work.Parent) { State = work.State, Variables = work.Variables };
        if (execution.IsInsideCancelled)
        {
            return;
        }

        _steps++;
        Instance.LastExecution++;
        Instance.Executions.Add(execution);
        Record(execution, JournalEvent.Started);
        try
        {
            if (work.Node.Variables.Length > 0)
            {
                execution.Variables = [.. Variable.Declare(work.Node.Variables), .. work.Variables ?? []];
            }

            var activity = work.Node.Descriptor.Create(Services);
            EvaluateInputs(activity, execution);
            switch (activity)
            {
                case StepActivity step:
                    await StepAsync(step, execution, ct);
                    break;
                case WaitingContainer waiting:
                    await _host.ProtectAsync(execution, ct);
                    await waiting.ExecuteAsync(new ContainerContext(this, execution, activity), ct);
                    RecordWaiting(execution);
                    break;
                case ContainerActivity container:
                    container.Execute(new ContainerContext(this, execution, activity));
                    break;
                case WaitActivity wait:
                    await WaitAsync(wait, execution, ct);
                    break;
                case EffectActivity effect:
                    await PrepareAsync(effect, execution, ct);
                    break;
            }
        }
        catch (Exception e) when (!IsOurs(e, ct))
        {
            await FaultAsync(execution, e, ct);
        }
    }

    private async ValueTask StepAsync(StepActivity step, ActivityExecution execution, CancellationToken ct)
    {
        await _host.ProtectAsync(execution, ct);
        var context = new StepContext(this, execution);
        await step.InvokeAsync(context, ct);
        Complete(execution, step, context.Outcomes);
    }

    private async ValueTask WaitAsync(WaitActivity wait, ActivityExecution execution, CancellationToken ct)
    {
        if (Trigger is { } trigger && trigger.Node == execution.Node)
        {
            Trigger = null;
            await ResumeAsync(wait, execution, trigger.Stimulus, bookmark: null, ct);
            return;
        }

        await _host.ProtectAsync(execution, ct);
        var context = new WaitContext(this, execution);
        await wait.InvokeSuspendAsync(context, ct);
        if (context.Outcomes is { } outcomes)
        {
            Complete(execution, wait, outcomes);
        }
        else
        {
            Suspend(execution, context.Added > 0);
        }
    }

    private async ValueTask PrepareAsync(EffectActivity effect, ActivityExecution execution, CancellationToken ct)
    {
        await _host.ProtectAsync(execution, ct);
        var context = new StepContext(this, execution);
        if (await effect.InvokePrepareAsync(context, ct) is { } intent)
        {
            if (string.IsNullOrEmpty(intent.IdempotencyKey))
            {
                throw new InvalidOperationException($"{execution.Node.Descriptor.TypeName} prepared an effect without an idempotency key.");
            }

            var pending = new PendingEffect(NewId(), execution, intent with { Policy = PolicyOf(intent, effect, execution) });
            Instance.Effects.Add(pending);
            NewEffects.Add(pending);
            Record(execution, JournalEvent.Suspended);
        }
        else if (context.Outcomes is { } outcomes)
        {
            Complete(execution, effect, outcomes);
        }
        else
        {
            throw new InvalidOperationException($"{execution.Node.Descriptor.TypeName} prepared neither an effect nor an outcome: return an EffectIntent, or call Complete and return null.");
        }
    }

    private void RecordWaiting(ActivityExecution execution)
    {
        if (execution.Status == ExecutionStatus.Running)
        {
            Record(execution, JournalEvent.Suspended);
        }
    }

    /// <summary>Null: the class's own, which need not be written down.</summary>
    private EffectPolicy? PolicyOf(EffectIntent intent, EffectActivity effect, ActivityExecution execution) => execution.Node.EffectPolicy is { } own
        ? own.Over(intent.Policy ?? effect.InvokePolicy(), Services.GetService<WorkflowOptions>())
        : intent.Policy;

    private void Suspend(ActivityExecution execution, bool hasBookmarks)
    {
        if (!hasBookmarks)
        {
            throw new InvalidOperationException($"{execution.Node.Descriptor.TypeName} waits for nothing: call WaitFor, WaitUntil or Complete.");
        }

        Record(execution, JournalEvent.Suspended);
    }

    /// <summary>Gives an execution what it waited for.</summary>
    private async ValueTask DeliverAsync(ActivityExecution execution, Delivery delivery, Bookmark? bookmark, CancellationToken ct)
    {
        _steps++;
        Record(execution, JournalEvent.Resumed, message: delivery.Result?.Note);
        try
        {
            var activity = execution.Node.Descriptor.Create(Services);
            RestoreInputs(activity, execution);
            if (activity is WaitingContainer container)
            {
                container.Resume(new ContainerContext(this, execution, activity), delivery.Stimulus!);
                RecordWaiting(execution);
            }
            else if (activity is WaitActivity wait)
            {
                await ResumeAsync(wait, execution, delivery.Stimulus!, bookmark, ct);
            }
            else
            {
                await RecordAsync((EffectActivity)activity, execution, delivery.Result!, ct);
            }
        }
        catch (Exception e) when (!IsOurs(e, ct))
        {
            execution.Undelivered = e is EffectFailedException ? null : delivery;
            await FaultAsync(execution, e, ct);
        }
    }

    private async ValueTask ResumeAsync(WaitActivity wait, ActivityExecution execution, Stimulus stimulus, Bookmark? bookmark, CancellationToken ct)
    {
        await _host.ProtectAsync(execution, ct);
        var context = new WaitContext(this, execution, bookmark);
        await wait.InvokeResumeAsync(context, stimulus, ct);
        if (context.Outcomes is { } outcomes)
        {
            Complete(execution, wait, outcomes);
            return;
        }

        if (bookmark is not null && (stimulus.IsDue || !bookmark.IsEvent))
        {
            Instance.Bookmarks.Remove(bookmark);
            if (bookmark.IsEvent)
            {
                AddBookmark(execution, bookmark.Name, due: null, isEvent: true);
            }
        }

        Suspend(execution, Instance.Bookmarks.Exists(b => b.Execution == execution));
    }

    private async ValueTask RecordAsync(EffectActivity effect, ActivityExecution execution, EffectResult result, CancellationToken ct)
    {
        if (result.IsUnsent)
        {
            Complete(execution, activity: null, execution.Node.Descriptor.SuccessOutcomes);
            return;
        }

        await _host.ProtectAsync(execution, ct);
        var context = new StepContext(this, execution);
        await effect.InvokeRecordAsync(context, result, ct);
        if (context.Inside is { } inside)
        {
            Outputs.Collect(effect, execution);
            Schedule(inside, execution);
            return;
        }

        var outcomes = context.Outcomes ?? [result.Succeeded ? OutcomeNames.Done : OutcomeNames.Failed];
        if (outcomes is [OutcomeNames.Failed] && !execution.Node.LeadsOnFrom(OutcomeNames.Failed))
        {
            throw new EffectFailedException(execution.Node.Descriptor.TypeName, result);
        }

        Complete(execution, effect, outcomes);
    }

    private void EvaluateInputs(Activity activity, ActivityExecution execution)
    {
        var bindings = execution.Node.Inputs;
        if (bindings.Length == 0)
        {
            return;
        }

        var values = new object?[bindings.Length];
        for (var i = 0; i < bindings.Length; i++)
        {
            if (bindings[i].Input.Declaration.IsEvaluatedByActivity)
            {
                continue;
            }

            values[i] = Evaluate(bindings[i], execution);
            bindings[i].Input.Set(activity, values[i]);
        }

        execution.Inputs = values;
    }

    public object? Evaluate(InputBinding binding, ActivityExecution execution)
    {
        if (binding.IsConverted)
        {
            return binding.Converted;
        }

        try
        {
            return ValueConverter.Convert(binding.Expression.Evaluate(this, execution), binding.Input.Type);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InputException(binding.Input.Name, e);
        }
    }

    private static void RestoreInputs(Activity activity, ActivityExecution execution)
    {
        for (var i = 0; i < execution.Inputs?.Length; i++)
        {
            execution.Node.Inputs[i].Input.Set(activity, execution.Inputs[i]);
        }
    }

    /// <summary>Stopping the process, and the wish to run the whole burst again, are no faults of the activity.</summary>
    private static bool IsOurs(Exception e, CancellationToken ct) => e is RepeatBurstException || (e is OperationCanceledException && ct.IsCancellationRequested);
}
