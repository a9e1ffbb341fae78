using System.Collections.Concurrent;
using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Testing;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Expressions.JavaScript;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Tests;

/// <summary>
/// Runs an instance in memory. Between two bursts the state is written and read again, so that whatever a wait must survive does.
/// </summary>
internal sealed class InMemory
{
    /// <summary>Deriving descriptors takes much longer than a run.</summary>
    private static readonly ConcurrentDictionary<string, DefinitionCompiler> Compilers = new();

    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();
    private readonly CompiledWorkflow _workflow;
    private WorkflowInstance _instance;

    public InMemory(string definition, params Type[] activities)
    {
        var compiled = Compile(definition, activities);
        Diagnostics = compiled.Diagnostics;
        _workflow = compiled.Workflow ?? throw new InvalidDefinitionException("test", compiled.Diagnostics);
        _instance = new WorkflowInstance(Guid.Parse("00000000-0000-7000-8000-000000000001"), Guid.Parse("00000000-0000-7000-8000-00000000000a"), _workflow);
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public ManualTimeProvider Time { get; } = new();

    public int MaxSteps { get; init; } = 10_000;

    /// <summary>How this run's flowcharts join branches; null: as the definition says.</summary>
    public FlowchartMode? Mode { get; init; }

    public WorkflowInstance Instance => _instance;

    public List<string> Lines { get; } = [];

    public List<string> Journal { get; } = [];

    public List<Incident> Incidents { get; } = [];

    public List<Stimulus> Signals { get; } = [];

    public List<PendingEffect> Effects { get; } = [];

    public static CompileResult Compile(string definition, params Type[] activities) =>
        Compilers.GetOrAdd(string.Join(' ', activities.Select(a => a.FullName)), static (_, types) => new DefinitionCompiler(new ActivityRegistry(types), new JavaScriptCompiler()), activities).Compile(definition);

    public async Task<InMemory> StartAsync(object? input = null, string? correlationId = null, string? trigger = null)
    {
        _instance.CorrelationId = correlationId;
        _instance.FlowchartMode = Mode;
        if (input is not null)
        {
            foreach (var property in JsonSerializer.SerializeToElement(input).EnumerateObject())
            {
                _instance.Input[property.Name] = PlainValue.FromElement(property.Value);
            }
        }

        await RunAsync(burst => burst.StartAsync(trigger, stimulus: null, CancellationToken.None));
        return this;
    }

    public Task<bool> SignalAsync(string name, object? payload = null) => MeetAsync(
        _instance.Bookmarks.Find(b => b.IsEvent && b.Name == name && b.Execution.Status == ExecutionStatus.Running),
        new Stimulus(name, Payload: payload is null ? null : JsonSerializer.SerializeToElement(payload)));

    /// <summary>Meets the bookmark at that place among those that wait.</summary>
    public Task<bool> MeetAsync(int place)
    {
        var bookmark = _instance.Bookmarks.Where(b => b.Execution.Status == ExecutionStatus.Running).ElementAt(place);
        return MeetAsync(bookmark, new Stimulus(bookmark.Name));
    }

    /// <summary>Meets every bookmark that waits for it now, one after the other.</summary>
    public async Task<bool> SignalAllAsync(string name, object? payload = null)
    {
        var met = false;
        foreach (var number in _instance.Bookmarks.Where(b => b.IsEvent && b.Name == name && b.Execution.Status == ExecutionStatus.Running).Select(b => b.Number).ToList())
        {
            met |= await MeetAsync(_instance.Bookmarks.Find(b => b.Number == number), new Stimulus(name, Payload: payload is null ? null : JsonSerializer.SerializeToElement(payload)));
        }

        return met;
    }

    /// <summary>Meets the bookmark that is due first, whatever its time.</summary>
    public Task<bool> SkipTimeAsync()
    {
        var next = _instance.Bookmarks.Where(b => b.Due is not null && b.Execution.Status == ExecutionStatus.Running).MinBy(b => b.Due);
        if (next is not null && next.Due > Time.GetUtcNow())
        {
            Time.SetUtcNow(next.Due.Value);
        }

        return MeetAsync(next, new Stimulus(next?.Name ?? string.Empty) { IsDue = true });
    }

    public Task<bool> RecordAsync(Guid effect, EffectResult result) => RunAsync(burst => burst.RecordAsync(effect, result, CancellationToken.None));

    public Task<bool> RetryAsync(Guid incident) => RunAsync(burst => burst.RetryAsync(incident, CancellationToken.None));

    public Task ContinueAsync() => RunAsync(burst => burst.ContinueAsync(CancellationToken.None));

    public Task CancelAsync() => RunAsync(burst =>
    {
        burst.CancelInstance();
        return ValueTask.CompletedTask;
    });

    public object? Variable(string name) => _instance.Variables.Find(v => v.Name == name)?.Value;

    private Task<bool> MeetAsync(Bookmark? bookmark, Stimulus stimulus) => bookmark is null
        ? Task.FromResult(false)
        : RunAsync(burst => burst.ResumeAsync(bookmark.Number, stimulus, CancellationToken.None));

    private Task RunAsync(Func<Burst, ValueTask> work) => RunAsync(async burst =>
    {
        await work(burst);
        return true;
    });

    private async Task<bool> RunAsync(Func<Burst, ValueTask<bool>> work)
    {
        var burst = new Burst(_instance, new InMemoryBurstHost(NoServices, Time, new UuidV7Source(Time)) { MaxSteps = MaxSteps });
        var done = await work(burst);
        Lines.AddRange(burst.Lines);
        Journal.AddRange(burst.Journal.Select(e => $"{e.Execution.Node.Id}:{e.Event}"));
        Incidents.AddRange(burst.NewIncidents);
        Signals.AddRange(burst.Signals);
        Effects.AddRange(burst.NewEffects);
        _instance = Reload(_instance);
        return done;
    }

    private WorkflowInstance Reload(WorkflowInstance instance)
    {
        var copy = new WorkflowInstance(instance.Id, instance.TenantId, _workflow)
        {
            CorrelationId = instance.CorrelationId,
            Name = instance.Name,
            SubStatus = instance.SubStatus,
        };
        StateDeserializer.Read(StateSerializer.Write(instance), copy, NoServices);
        return copy;
    }
}
