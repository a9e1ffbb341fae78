using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.InMemory;

/// <content>The work that is due, first in first out, and what a burst leaves behind.</content>
public sealed partial class InMemoryWorkflows
{
    private readonly Queue<Func<CancellationToken, ValueTask>> _work = new();
    private readonly List<Timed> _delayedStarts = [];
    private readonly List<Stimulus> _parked = [];
    private CancellationToken _ct;
    private int _steps;

    /// <summary>Whether a limit was reached or the caller wants an end.</summary>
    internal bool MustStop => StoppedBecause is not null || _ct.IsCancellationRequested;

    internal CompiledWorkflow? FindForChild(string definitionId)
    {
        var workflow = _published.GetValueOrDefault(definitionId);
        return workflow is null || MayBegin() ? workflow : throw new InvalidOperationException(StoppedBecause);
    }

    /// <summary>The running instance of the same world beside which the workflow's activation strategy allows no new one.</summary>
    internal InMemoryInstance? FindRival(CompiledWorkflow workflow, string? correlationId, bool isSandbox) =>
        _instances.Find(i => i.Status == WorkflowStatus.Running && i.IsSandbox == isSandbox && workflow.Excludes(correlationId, i.DefinitionId, i.CorrelationId));

    private InMemoryInstance? FindSame(StartWorkflow start) =>
        _instances.Find(i => i.Status == WorkflowStatus.Running && i.IsSandbox == start.Sandbox && i.DefinitionId == start.DefinitionId && i.CorrelationId == start.CorrelationId);

    /// <summary>Resumes the bookmark that is due first; of those that are due together, the one that was made first.</summary>
    internal async Task<bool> FireNextTimerAsync(Func<Bookmark, bool> counts, bool advances, CancellationToken ct)
    {
        if (MustStop)
        {
            return false;
        }

        var timers = _instances.SelectMany(i => i.Live.Where(b => b.Due is not null && counts(b)).Select(b => new Timed(
            b.Due!.Value, () => Resume(i, b.Number, new Stimulus(b.Name, i.CorrelationId) { IsDue = true }))));
        if (timers.Concat(_delayedStarts).MinBy(t => t.Due) is not { } first)
        {
            return false;
        }

        if (advances)
        {
            _clock.AdvanceTo(first.Due);
        }

        _delayedStarts.Remove(first);
        first.Begin();
        await RunAsync(ct);
        return true;
    }

    private async Task RunAsync(CancellationToken ct)
    {
        _ct = ct;
        while (!MustStop && _work.TryDequeue(out var work))
        {
            await work(ct);
        }
    }

    private InMemoryInstance Begin(StartWorkflow start, Stimulus? stimulus, string? triggerActivityId)
    {
        var workflow = _published.GetValueOrDefault(start.DefinitionId) ?? throw new WorkflowNotFoundException(start.DefinitionId);
        if ((FindRival(workflow, start.CorrelationId, start.Sandbox) ?? (start.Singleton ? FindSame(start) : null)) is { } running)
        {
            return running;
        }

        var state = new WorkflowInstance(start.InstanceId ?? _ids.Next(), Guid.Empty, workflow)
        {
            IsSandbox = start.Sandbox,
            CorrelationId = start.CorrelationId,
            ParentInstanceId = start.ParentInstanceId,
            ParentStimulus = start.ParentStimulus,
            Depth = start.Depth,
            FlowchartMode = _options.FlowchartMode,
        };
        foreach (var (name, value) in start.Input ?? new Dictionary<string, object?>())
        {
            state.Input[name] = PlainValue.From(value);
        }

        var instance = new InMemoryInstance(state, _services);
        if (!MayBegin())
        {
            return instance;
        }

        _instances.Add(instance);
        if (start.DueAt is { } due && due > _clock.GetUtcNow())
        {
            _delayedStarts.Add(new Timed(due, Enqueue));
        }
        else
        {
            Enqueue();
        }

        return instance;

        void Enqueue() => _work.Enqueue(async token => await BurstAsync(
            instance,
            async burst =>
            {
                await burst.StartAsync(triggerActivityId, stimulus, token);
                return true;
            },
            token));
    }

    private void Resume(InMemoryInstance instance, int bookmark, Stimulus stimulus) => _work.Enqueue(async token =>
    {
        if (!await BurstAsync(instance, burst => burst.ResumeAsync(bookmark, stimulus, token), token))
        {
            Park(stimulus);
        }
    });

    /// <summary>Brings a stimulus to whoever waits for it, and to what it starts.</summary>
    private void Route(Stimulus stimulus)
    {
        var found = false;
        if (stimulus.InstanceId is null)
        {
            foreach (var workflow in _published.Values.Where(w => w.Triggers.ContainsKey(stimulus.Name)).ToList())
            {
                Begin(new StartWorkflow(workflow.DefinitionId, stimulus.CorrelationId) { Sandbox = stimulus.Sandbox is true }, stimulus, workflow.Triggers[stimulus.Name].Id);
                found = true;
            }
        }

        foreach (var instance in _instances.Where(i => Reaches(stimulus, i)))
        {
            foreach (var bookmark in instance.Live.Where(b => b.IsEvent && b.Name == stimulus.Name).ToList())
            {
                Resume(instance, bookmark.Number, stimulus);
                found = true;
            }
        }

        if (!found)
        {
            Park(stimulus);
        }
    }

    /// <summary>As in the durable engine, what is addressed waits for its bookmark and a broadcast does not.</summary>
    private void Park(Stimulus stimulus)
    {
        if (!stimulus.IsDue && (stimulus.CorrelationId is not null || stimulus.InstanceId is not null))
        {
            _parked.Add(stimulus);
        }
    }

    private static bool Reaches(Stimulus stimulus, InMemoryInstance instance) =>
        stimulus.MayReach(instance.IsSandbox) && (stimulus.CorrelationId is null || stimulus.CorrelationId == instance.CorrelationId) && (stimulus.InstanceId is null || stimulus.InstanceId == instance.Id);

    private async ValueTask<bool> BurstAsync(InMemoryInstance instance, Func<Burst, ValueTask<bool>> work, CancellationToken ct)
    {
        _clock.Tick();
        var burst = new Burst(instance.Load(), _host);
        if (!await work(burst))
        {
            return false;
        }

        await MeetParkedAsync(instance, burst, ct);
        Commit(instance, burst);
        return true;
    }

    private async ValueTask MeetParkedAsync(InMemoryInstance instance, Burst burst, CancellationToken ct)
    {
        for (var i = 0; i < _parked.Count;)
        {
            var stimulus = _parked[i];
            if (Reaches(stimulus, instance)
                && instance.Live.FirstOrDefault(b => b.IsEvent && b.Name == stimulus.Name) is { } bookmark
                && await burst.ResumeAsync(bookmark.Number, stimulus, ct))
            {
                _parked.RemoveAt(i);
                i = 0;
            }
            else
            {
                i++;
            }
        }
    }

    private void Commit(InMemoryInstance instance, Burst burst)
    {
        instance.Add(burst);
        _steps += burst.Steps;
        foreach (var child in burst.Children)
        {
            var begun = new InMemoryInstance(child.Instance, _services);
            _instances.Add(begun);
            Commit(begun, child);
        }

        foreach (var effect in burst.NewEffects)
        {
            _work.Enqueue(async token =>
            {
                var result = await _effects.RunAsync(instance, effect, token);
                await BurstAsync(instance, b => b.RecordAsync(effect.Id, result, token), token);
            });
        }

        foreach (var stimulus in burst.Signals)
        {
            Route(stimulus.From(burst.Instance));
        }

        foreach (var resolution in burst.Resolutions)
        {
            if (_instances.Find(i => i.Id == resolution.ParentInstanceId) is { } parent)
            {
                _work.Enqueue(async token => await BurstAsync(parent, b => b.RetryAsync(resolution.IncidentId, token), token));
            }
        }

        foreach (var start in burst.Starts)
        {
            Begin(start.From(burst.Instance), stimulus: null, triggerActivityId: null);
        }

        if (instance.SubStatus == WorkflowSubStatus.Executing && CheckSteps())
        {
            _work.Enqueue(async token => await BurstAsync(
                instance,
                async b =>
                {
                    await b.ContinueAsync(token);
                    return true;
                },
                token));
        }
        else
        {
            CheckSteps();
        }
    }

    private bool CheckSteps()
    {
        if (_steps >= _options.MaxSteps && StoppedBecause is null && (_work.Count > 0 || _instances.Exists(i => i.Status == WorkflowStatus.Running)))
        {
            StoppedBecause = $"Stopped after {_steps} steps; at most {_options.MaxSteps} are allowed. Look for a loop that does not end.";
        }

        return StoppedBecause is null;
    }

    private bool MayBegin()
    {
        if (_instances.Count >= _options.MaxInstances)
        {
            StoppedBecause ??= $"Stopped after {_instances.Count} instances; no more are allowed. Look for a workflow that starts itself.";
        }

        return StoppedBecause is null;
    }

    private sealed record Timed(DateTimeOffset Due, Action Begin);
}
