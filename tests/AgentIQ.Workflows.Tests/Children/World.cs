using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Testing;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Expressions.JavaScript;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Tests.Children;

/// <summary>
/// Several instances in memory that meet. Each state is written and read again between two bursts. What one burst sends to another
/// instance arrives after it, oldest first.
/// </summary>
internal sealed class World
{
    private static readonly Guid Tenant = Guid.Parse("00000000-0000-7000-8000-00000000000a");
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();
    private readonly Dictionary<string, CompiledWorkflow> _published = [];
    private readonly Queue<Func<Task>> _work = new();
    private readonly List<Stimulus> _early = [];
    private readonly Host _host;

    public World(params string[] definitions)
    {
        _host = new Host(this, Time);
        var activities = WorkflowActivitySet.Of(definitions);
        var compiler = new DefinitionCompiler(new ActivityRegistry(Type.EmptyTypes), new JavaScriptCompiler());
        foreach (var definition in definitions)
        {
            var compiled = compiler.Compile(definition, activities: activities);
            Diagnostics.AddRange(compiled.Diagnostics);
            if (compiled.Workflow is { } workflow)
            {
                _published[workflow.DefinitionId] = workflow;
            }
        }
    }

    public ManualTimeProvider Time { get; } = new();

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>In the order in which they were begun.</summary>
    public List<WorkflowInstance> Instances { get; } = [];

    public WorkflowInstance Main => Instances[0];

    public List<string> Lines { get; } = [];

    public List<string> Journal { get; } = [];

    public List<(Guid Instance, Incident Incident)> Incidents { get; } = [];

    public List<(Guid Instance, Guid Incident)> Resolved { get; } = [];

    public List<RequestedTask> Tasks { get; } = [];

    /// <summary>How many instances were begun inside a burst of another.</summary>
    public int Inline { get; private set; }

    public async Task<World> StartAsync(string definition = "test", object? input = null, string? correlation = null)
    {
        Begin(new StartWorkflow(definition, correlation, input is null ? null : Map(input)));
        return await PumpAsync();
    }

    public async Task<World> SignalAsync(string name, object? payload = null, string? correlation = null, Guid? instance = null)
    {
        Send(new Stimulus(name, correlation, payload is null ? null : JsonSerializer.SerializeToElement(payload)) { InstanceId = instance });
        return await PumpAsync();
    }

    public async Task<World> RetryAsync(Guid instance, Guid incident)
    {
        Run(instance, burst => burst.RetryAsync(incident, CancellationToken.None));
        return await PumpAsync();
    }

    public async Task<World> CancelAsync(Guid instance)
    {
        Run(instance, burst =>
        {
            burst.CancelInstance();
            return ValueTask.FromResult(true);
        });
        return await PumpAsync();
    }

    /// <summary>Only the first burst of an instance of "test", which is not committed.</summary>
    public async Task<Burst> FirstBurstAsync()
    {
        var burst = new Burst(new WorkflowInstance(Guid.CreateVersion7(), Tenant, _published["test"]), _host);
        await burst.StartAsync(triggerActivityId: null, stimulus: null, CancellationToken.None);
        return burst;
    }

    public WorkflowInstance Of(string definition) => Instances.Single(i => i.Workflow.DefinitionId == definition);

    public object? Variable(string name) => Main.Variables.Find(v => v.Name == name)?.Value;

    /// <summary>A value as JSON text, with Elsa's numbers.</summary>
    public string Json(string variable) => ChildResult.AsElsaReports(PlainValue.ToNode(Variable(variable)))?.ToJsonString() ?? "null";

    private async Task<World> PumpAsync()
    {
        while (_work.TryDequeue(out var work))
        {
            await work();
        }

        return this;
    }

    private void Begin(StartWorkflow start)
    {
        var instance = new WorkflowInstance(start.InstanceId ?? Guid.CreateVersion7(), Tenant, _published[start.DefinitionId])
        {
            CorrelationId = start.CorrelationId,
            ParentInstanceId = start.ParentInstanceId,
            ParentStimulus = start.ParentStimulus,
            Depth = start.Depth,
            Input = start.Input?.ToDictionary() ?? [],
        };
        Instances.Add(instance);
        Run(instance.Id, async burst =>
        {
            await burst.StartAsync(triggerActivityId: null, stimulus: null, CancellationToken.None);
            return true;
        });
    }

    private void Send(Stimulus stimulus)
    {
        var met = Instances
            .Where(i => i.Status == WorkflowStatus.Running && (stimulus.InstanceId is null || stimulus.InstanceId == i.Id) && (stimulus.CorrelationId is null || stimulus.CorrelationId == i.CorrelationId))
            .SelectMany(i => i.Bookmarks.Where(b => b.IsEvent && b.Name == stimulus.Name).Select(b => (i.Id, b.Number)))
            .ToList();
        foreach (var (instance, bookmark) in met)
        {
            Run(instance, burst => burst.ResumeAsync(bookmark, stimulus, CancellationToken.None));
        }

        if (met.Count == 0)
        {
            _early.Add(stimulus);
        }
    }

    private void Run(Guid id, Func<Burst, ValueTask<bool>> work) => _work.Enqueue(async () =>
    {
        var index = Instances.FindIndex(i => i.Id == id);
        var burst = new Burst(Instances[index], _host);
        await work(burst);
        Lines.AddRange(burst.Lines);
        Commit(burst);
    });

    private void Commit(Burst burst)
    {
        Journal.AddRange(burst.Journal.Where(e => e.Execution.Parent is not null).Select(e => $"{e.Execution.Node.Id}:{e.Event}"));
        Incidents.AddRange(burst.NewIncidents.Select(i => (burst.Instance.Id, i)));
        Resolved.AddRange(burst.ResolvedIncidents.Select(i => (burst.Instance.Id, i)));
        Tasks.AddRange(burst.NewTasks);
        Instances.RemoveAll(i => i.Id == burst.Instance.Id && i != burst.Instance);
        var index = Instances.IndexOf(burst.Instance);
        if (index < 0)
        {
            Instances.Add(burst.Instance);
            index = Instances.Count - 1;
            Inline++;
        }

        Instances[index] = Reload(burst.Instance);
        foreach (var child in burst.Children)
        {
            Commit(child);
        }

        burst.Starts.ForEach(Begin);
        burst.Signals.ForEach(Send);
        foreach (var resolution in burst.Resolutions)
        {
            Run(resolution.ParentInstanceId, b => b.RetryAsync(resolution.IncidentId, CancellationToken.None));
        }

        if (burst.Instance.Scheduled.Count > 0)
        {
            Run(burst.Instance.Id, async b =>
            {
                await b.ContinueAsync(CancellationToken.None);
                return true;
            });
        }

        var waited = _early.ToList();
        _early.Clear();
        waited.ForEach(Send);
    }

    private static WorkflowInstance Reload(WorkflowInstance instance)
    {
        var copy = new WorkflowInstance(instance.Id, instance.TenantId, instance.Workflow)
        {
            CorrelationId = instance.CorrelationId,
            Name = instance.Name,
            SubStatus = instance.SubStatus,
        };
        StateDeserializer.Read(StateSerializer.Write(instance), copy, NoServices);
        return copy;
    }

    private static Dictionary<string, object?> Map(object input) =>
        JsonSerializer.SerializeToElement(input).EnumerateObject().ToDictionary(p => p.Name, p => PlainValue.FromElement(p.Value));

    private sealed class Host(World world, TimeProvider time) : BurstHost(time, new UuidV7Source(time))
    {
        public override IServiceProvider Services => NoServices;

        public override ValueTask<CompiledWorkflow?> FindPublishedAsync(string definitionId, CancellationToken ct) =>
            ValueTask.FromResult(world._published.GetValueOrDefault(definitionId));

        public override ValueTask<Guid?> FindRivalAsync(CompiledWorkflow workflow, string? correlationId, bool inSandbox, CancellationToken ct) => ValueTask.FromResult(
            world.Instances.Find(i => i.Status == WorkflowStatus.Running && workflow.Excludes(correlationId, i.Workflow.DefinitionId, i.CorrelationId))?.Id);
    }
}
