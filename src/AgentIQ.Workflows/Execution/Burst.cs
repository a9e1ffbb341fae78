using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions.JavaScript;

namespace AgentIQ.Workflows.Execution;

/// <summary>
/// Everything that an instance can do without waiting. State and a trigger go in; changed state, bookmarks, journal, effects and
/// follow-up work come out. It knows no database: the same interpreter runs in memory and on PostgreSQL.
/// </summary>
internal sealed partial class Burst
{
    private readonly BurstHost _host;
    private ActivityExecution? _touched;
    private int _steps;

    public Burst(WorkflowInstance instance, BurstHost host)
    {
        Instance = instance;
        _host = host;
        Now = host.Time.GetUtcNow();
        Outputs = new OutputValues(instance);
    }

    public WorkflowInstance Instance { get; }

    public DateTimeOffset Now { get; }

    public IServiceProvider Services => _host.Services;

    public VariableScopes Variables => new(Instance);

    public WorkflowScopes Workflows => new(Instance);

    public OutputValues Outputs { get; }

    public JavaScriptHost JavaScript => field ??= new JavaScriptHost(this);

    /// <summary>What a script asked for with setOutcome.</summary>
    public string[]? ScriptOutcomes { get; set; }

    /// <summary>The activity that a stimulus starts the workflow at, with the stimulus.</summary>
    public (Node Node, Stimulus Stimulus)? Trigger
    {
        get => Instance.Trigger;
        private set => Instance.Trigger = value;
    }

    public List<JournalEntry> Journal { get; } = [];

    public List<string> Lines { get; } = [];

    public List<Stimulus> Signals { get; } = [];

    public List<StartWorkflow> Starts { get; } = [];

    /// <summary>Bursts of instances that were begun inside this one; they are written back together with it, in the same transaction.</summary>
    public List<Burst> Children { get; } = [];

    public List<PendingEffect> NewEffects { get; } = [];

    public List<Incident> NewIncidents { get; } = [];

    public List<Guid> ResolvedIncidents { get; } = [];

    /// <summary>Steps that ran: activities begun, resumed or recorded.</summary>
    public int Steps => _steps;

    public Guid NewId() => _host.Ids.Next();

    public void WriteLine(string text)
    {
        Lines.Add(text);
        _host.LineWritten(text);
    }

    /// <summary>Begins the instance.</summary>
    public ValueTask StartAsync(string? triggerActivityId, Stimulus? stimulus, CancellationToken ct)
    {
        if (Instance.Status == WorkflowStatus.Finished)
        {
            return ValueTask.CompletedTask; // Cancelled before it began.
        }

        if (triggerActivityId is not null && Instance.Workflow.FindById(triggerActivityId) is { } trigger)
        {
            Trigger = (trigger, stimulus ?? new Stimulus(string.Empty));
        }

        Instance.FlowchartMode ??= Instance.Workflow.FlowchartMode ?? _host.FlowchartMode;
        Schedule(Instance.Workflow.Root, parent: null);
        return DrainAsync(ct);
    }

    /// <summary>Begins one activity alone, as if it were the workflow.</summary>
    public ValueTask TryAsync(Node node, CancellationToken ct)
    {
        Instance.FlowchartMode ??= Instance.Workflow.FlowchartMode ?? _host.FlowchartMode;
        Schedule(node, parent: null);
        return DrainAsync(ct);
    }

    /// <summary>Goes on with what a cut burst left, unless the instance was cancelled in the meantime.</summary>
    public ValueTask ContinueAsync(CancellationToken ct) => Instance.Status == WorkflowStatus.Finished ? ValueTask.CompletedTask : DrainAsync(ct);

    /// <summary>Meets a bookmark. False when it is gone or its activity has faulted: the stimulus is then not consumed.</summary>
    public async ValueTask<bool> ResumeAsync(int bookmark, Stimulus stimulus, CancellationToken ct)
    {
        var met = Instance.Bookmarks.Find(b => b.Number == bookmark);
        if (met is null || Instance.Status == WorkflowStatus.Finished || met.Execution.Status != ExecutionStatus.Running)
        {
            return false;
        }

        ForgetWhatIsNotStored();
        await DeliverAsync(met.Execution, new Delivery(stimulus, Result: null, met.Number), met, ct);
        await DrainAsync(ct);
        return true;
    }

    /// <summary>Records an effect's result. False when nobody waits for it any more.</summary>
    public async ValueTask<bool> RecordAsync(Guid effect, EffectResult result, CancellationToken ct)
    {
        var pending = Instance.Effects.Find(e => e.Id == effect);
        if (pending is null || Instance.Status == WorkflowStatus.Finished)
        {
            return false;
        }

        Instance.Effects.Remove(pending);
        ForgetWhatIsNotStored();
        await DeliverAsync(pending.Execution, new Delivery(Stimulus: null, result), bookmark: null, ct);
        await DrainAsync(ct);
        return true;
    }

    /// <summary>The burst's transaction, remembering that the activity may have written through it.</summary>
    public TenantScope TouchScope(ActivityExecution execution)
    {
        _touched = execution;
        execution.Node.Descriptor.TouchesScope = true;
        return _host.Scope;
    }

    public void AddBookmark(ActivityExecution execution, string name, DateTimeOffset? due, bool isEvent) =>
        Instance.Bookmarks.Add(new Bookmark(++Instance.LastBookmark, execution, name, due, isEvent));

    public void Schedule(Node node, ActivityExecution? parent, List<Variable>? variables = null, ContainerState? state = null)
    {
        if (parent is not null)
        {
            parent.Pending++;
        }

        Instance.Scheduled.Enqueue(new ScheduledWork(node, parent, variables, state));
    }

    private async ValueTask DrainAsync(CancellationToken ct)
    {
        Instance.SubStatus = WorkflowSubStatus.Executing;
        while (_steps < _host.MaxSteps && Instance.Scheduled.TryDequeue(out var work))
        {
            await ExecuteAsync(work, ct);
        }

        Settle();
        SettleFamily();
    }

    private void Record(ActivityExecution execution, JournalEvent what, string[]? outcomes = null, object?[]? outputs = null, string? message = null) =>
        Journal.Add(new JournalEntry(++Instance.Sequence, execution, what, _host.Time.GetUtcNow(), outcomes, outputs, message));

    /// <summary>As Elsa: a variable without a storage driver, or with Memory, reads as its default after a wait.</summary>
    private void ForgetWhatIsNotStored()
    {
        Instance.ActivityOutputs = null;
        Instance.LastResult = null;
        Forget(Instance.Variables);
        foreach (var execution in Instance.Executions)
        {
            Forget(execution.Variables);
        }

        static void Forget(List<Variable>? variables)
        {
            foreach (var variable in variables ?? [])
            {
                if (variable.Definition is { IsStored: false })
                {
                    variable.Reset();
                }
            }
        }
    }
}
