using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.InMemory;

/// <summary>
/// Runs workflows without a database: for authors, scripts and tests. It is a world of its own, with its definitions, instances, clock
/// and ids, and the very interpreter of the durable engine. Everything happens on the caller's thread and in a fixed order, and every
/// call returns when nothing more can happen by itself. Not for use by several threads at once.
/// </summary>
public sealed partial class InMemoryWorkflows
{
    private readonly InMemoryEngine _engine;
    private readonly InMemoryOptions _options;
    private readonly IServiceProvider _services;
    private readonly InMemoryHost _host;
    private readonly VirtualClock _clock;
    private readonly CountingIds _ids = new();
    private readonly InMemoryEffects _effects;
    private readonly Dictionary<string, CompiledWorkflow> _published = new(StringComparer.Ordinal);
    private readonly List<InMemoryInstance> _instances = [];
    private readonly List<string> _lines = [];
    private readonly List<string> _texts = [];

    /// <summary>A new, empty world.</summary>
    /// <param name="engine">Activities and compiler. Null: the built-in activities.</param>
    /// <param name="options">Limits, clock and effects. Null: the defaults.</param>
    public InMemoryWorkflows(InMemoryEngine? engine = null, InMemoryOptions? options = null)
    {
        _engine = engine ?? InMemoryEngine.Builtin;
        _options = options ?? new InMemoryOptions();
        _services = _options.Services ?? EngineServices.Instance;
        _clock = new VirtualClock(_options.StartsAt ?? TimeProvider.System.GetUtcNow());
        _host = new InMemoryHost(this, _services, _clock, _ids) { FlowchartMode = _options.FlowchartMode ?? FlowchartMode.Counter };
        _effects = new InMemoryEffects(_engine.Activities, _options, _services, _clock);
    }

    /// <summary>Every instance, in the order in which they began.</summary>
    public IReadOnlyList<InMemoryInstance> Instances => _instances;

    /// <summary>What WriteLine wrote, of all instances, in order.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The virtual clock.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>Why everything was stopped; null: it was not.</summary>
    public string? StoppedBecause { get; private set; }

    /// <summary>
    /// Makes a definition available by its id; a later one of the same id replaces it for new instances. What it uses as activities must
    /// have been published before.
    /// </summary>
    /// <returns>What was found in it. With errors it still runs as far as it can, as Elsa does: what is wrong faults its activity.</returns>
    /// <exception cref="InvalidDefinitionException">It is no definition at all.</exception>
    public IReadOnlyList<Diagnostic> Publish(string json)
    {
        _texts.Insert(0, json);
        return Compile(json);
    }

    /// <summary>Publishes definitions that may use each other as activities.</summary>
    internal void PublishAll(IReadOnlyCollection<string> definitions)
    {
        _texts.InsertRange(0, definitions);
        foreach (var json in definitions.Reverse())
        {
            Compile(json);
        }
    }

    /// <summary>Starts an instance and lets everything happen that can happen by itself.</summary>
    /// <param name="start">What to start. <see cref="StartWorkflow.DueAt"/> counts by the virtual clock.</param>
    /// <param name="triggerActivityId">The trigger activity that the run begins at; null: it begins where a flowchart begins.</param>
    /// <param name="ct">Stops everything; the instances stay as they are.</param>
    /// <returns>The instance, or the running one where the definition's activation strategy allows no second.</returns>
    /// <exception cref="WorkflowNotFoundException">No definition of that id was published here.</exception>
    public async Task<InMemoryInstance> StartAsync(StartWorkflow start, string? triggerActivityId = null, CancellationToken ct = default)
    {
        var instance = Begin(start, stimulus: null, triggerActivityId);
        await RunAsync(ct);
        return instance;
    }

    /// <summary>Sends a stimulus, as <see cref="IWorkflows.SignalAsync(AgentIQ.Postgres.TenantScope, Stimulus, CancellationToken)"/> does, and lets everything happen that follows.</summary>
    public async Task SignalAsync(Stimulus stimulus, CancellationToken ct = default)
    {
        Route(stimulus);
        await RunAsync(ct);
    }

    /// <summary>Meets every bookmark for that event of the first instance that has one.</summary>
    /// <returns>False when nobody waits for it.</returns>
    public async Task<bool> PublishEventAsync(string name, JsonElement? payload = null, CancellationToken ct = default)
    {
        var waiting = _instances.Find(i => i.Live.Any(b => b.IsEvent && b.Name == name));
        if (waiting is null || MustStop)
        {
            return false;
        }

        foreach (var bookmark in waiting.Live.Where(b => b.IsEvent && b.Name == name).ToList())
        {
            Resume(waiting, bookmark.Number, new Stimulus(name, waiting.CorrelationId, payload) { InstanceId = waiting.Id });
        }

        await RunAsync(ct);
        return true;
    }

    /// <summary>Reports the first waiting RunTask of that name complete.</summary>
    /// <returns>False when no such task waits.</returns>
    public Task<bool> CompleteTaskAsync(string taskName, JsonElement? result = null, CancellationToken ct = default) =>
        CompleteNextTaskAsync(new Dictionary<string, JsonElement> { [taskName] = result ?? JsonElement.Parse("null") }, ct);

    /// <summary>Reports the first waiting RunTask complete that has a result here.</summary>
    internal async Task<bool> CompleteNextTaskAsync(IReadOnlyDictionary<string, JsonElement> results, CancellationToken ct)
    {
        if (results.Count == 0 || MustStop)
        {
            return false;
        }

        foreach (var (instance, bookmark) in _instances.SelectMany(i => i.Live.Select(b => (i, b))))
        {
            if (WaitingTask.NameOf(bookmark) is { } task && results.TryGetValue(task, out var result))
            {
                Resume(instance, bookmark.Number, new Stimulus(bookmark.Name, instance.CorrelationId, result) { InstanceId = instance.Id });
                await RunAsync(ct);
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes the time pass that the earliest timer waits for.</summary>
    /// <returns>False when no timer is armed.</returns>
    public Task<bool> SkipToNextTimerAsync(CancellationToken ct = default) => FireNextTimerAsync(_ => true, advances: true, ct);

    /// <summary>A new attempt of the activity that an incident is about; of one that shows a child's fault, of what failed in the child.</summary>
    /// <returns>False when the incident is no longer open.</returns>
    public async Task<bool> RetryAsync(InMemoryInstance instance, Guid incidentId, CancellationToken ct = default)
    {
        var done = false;
        foreach (var (failed, id) in Failed(instance, incidentId))
        {
            _work.Enqueue(async token => done |= await BurstAsync(failed, burst => burst.RetryAsync(id, token), token));
        }

        await RunAsync(ct);
        return done;
    }

    /// <summary>Cancels an instance.</summary>
    public async Task CancelAsync(InMemoryInstance instance, CancellationToken ct = default)
    {
        _work.Enqueue(async token => await BurstAsync(
            instance,
            burst =>
            {
                burst.CancelInstance();
                return ValueTask.FromResult(true);
            },
            token));
        await RunAsync(ct);
    }

    /// <summary>Where the fault behind an incident really is.</summary>
    private IEnumerable<(InMemoryInstance Instance, Guid IncidentId)> Failed(InMemoryInstance instance, Guid incidentId) =>
        instance.State.Incidents.Find(i => i.Id == incidentId)?.ChildInstanceId is { } child && _instances.Find(i => i.Id == child) is { State.Incidents: { Count: > 0 } faults } inner
            ? faults.SelectMany(f => Failed(inner, f.Id)).ToList()
            : [(instance, incidentId)];

    private IReadOnlyList<Diagnostic> Compile(string json)
    {
        var compiled = _engine.Compile(json, UsableActivities.Of(_texts));
        var workflow = compiled.Workflow ?? throw new InvalidDefinitionException("This", compiled.Diagnostics);
        _published[workflow.DefinitionId] = workflow;
        return compiled.Diagnostics;
    }

    internal void StopBecause(string reason) => StoppedBecause ??= reason;

    internal void AddLine(string text) => _lines.Add(text);
}
