using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Testing;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Expressions.JavaScript;
using AgentIQ.Workflows.InMemory;

namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>An instance whose activities' results come from elsewhere. Its state is written and read between bursts, as a store would.</summary>
internal sealed class HistoryRun
{
    private readonly IReadOnlyDictionary<string, StandIn> _standIns;
    private readonly CompiledWorkflow _workflow;
    private readonly int _maxSteps;
    private WorkflowInstance _instance;

    public HistoryRun(string definition, IEnumerable<string> uses, IReadOnlyDictionary<string, StandIn> standIns, StandInResults results, int maxSteps = 10_000)
    {
        _standIns = standIns;
        _maxSteps = maxSteps;
        _workflow = new DefinitionCompiler(StandInActivities.With(standIns, results), new JavaScriptCompiler())
            .Compile(definition, activities: WorkflowActivitySet.Of(uses)).OrThrow("The history's definition");
        _instance = new WorkflowInstance(Guid.Parse("00000000-0000-7000-8000-000000000001"), Guid.Parse("00000000-0000-7000-8000-00000000000a"), _workflow) { CorrelationId = "history" };
    }

    public ManualTimeProvider Time { get; } = new();

    public WorkflowInstance Instance => _instance;

    public async Task<HistoryBurst> ApplyAsync(HistoryInput input)
    {
        var burst = new Burst(_instance, new InMemoryBurstHost(EngineServices.Instance, Time, new TestIds()) { MaxSteps = _maxSteps });
        var isMet = await ApplyAsync(burst, input);
        var events = isMet
            ? burst.Journal.Select(e => Event(e, burst)).ToList()
            : [new HistoryEvent(input.Execution ?? 0, "-", "nothing happened: nobody waits for " + input)];
        var done = new HistoryBurst(burst.Now, input, events, _instance.SubStatus.ToString());
        _instance = Reload(_instance);
        return done;
    }

    private async ValueTask<bool> ApplyAsync(Burst burst, HistoryInput input)
    {
        switch (input.Kind)
        {
            case "start":
                foreach (var (name, value) in input.Payload?.AsObject() ?? [])
                {
                    _instance.Input[name] = PlainValue.From(value?.DeepClone());
                }

                await burst.StartAsync(triggerActivityId: null, stimulus: null, CancellationToken.None);
                return true;
            case "event":
                var waiting = _instance.Bookmarks.Find(b => b.IsEvent && b.Name == input.Name && b.Execution.Number == input.Execution);
                var payload = input.Payload is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(input.Payload);
                return waiting is not null && await burst.ResumeAsync(waiting.Number, new Stimulus(input.Name!, _instance.CorrelationId, payload), CancellationToken.None);
            case "due":
                var due = _instance.Bookmarks.Where(b => b.Due <= Time.GetUtcNow() && b.Execution.Number == input.Execution).MinBy(b => b.Due);
                return due is not null && await burst.ResumeAsync(due.Number, new Stimulus(due.Name, _instance.CorrelationId) { IsDue = true }, CancellationToken.None);
            case "effect":
                var effect = _instance.Effects.Find(e => e.Execution.Number == input.Execution);
                return effect is not null && await burst.RecordAsync(effect.Id, EffectResult.Success(), CancellationToken.None);
            case "retry":
                var incident = _instance.Incidents.Find(i => i.Execution == input.Execution);
                return incident is not null && await burst.RetryAsync(incident.Id, CancellationToken.None);
            case "cancel":
                burst.CancelInstance();
                return true;
            default:
                throw new InvalidOperationException($"A history says '{input.Kind}'; start, event, due, effect, retry and cancel are known.");
        }
    }

    private HistoryEvent Event(JournalEntry entry, Burst burst)
    {
        var (execution, node) = (entry.Execution, entry.Execution.Node);
        var isStandIn = _standIns.ContainsKey(node.Descriptor.TypeName);
        return new HistoryEvent(execution.Number, node.Id, entry.Event.ToString())
        {
            Outcomes = entry.Outcomes,
            Message = entry.Message,
            Inputs = isStandIn && entry.Event == JournalEvent.Started && execution.Inputs is { Length: > 0 } inputs
                ? new JsonObject(inputs.Select((value, i) => KeyValuePair.Create(node.Inputs[i].Input.Name, PlainValue.ToNode(value))))
                : null,
            Waits = entry.Event == JournalEvent.Suspended && burst.Instance.Bookmarks.Where(b => b.Execution == execution).ToList() is { Count: > 0 } bookmarks
                ? [.. bookmarks.Select(b => new HistoryWait(b.Name, b.Due, b.IsEvent))]
                : null,
        };
    }

    private WorkflowInstance Reload(WorkflowInstance instance)
    {
        var copy = new WorkflowInstance(instance.Id, instance.TenantId, _workflow)
        {
            CorrelationId = instance.CorrelationId,
            Name = instance.Name,
            SubStatus = instance.SubStatus,
        };
        StateDeserializer.Read(StateSerializer.Write(instance), copy, EngineServices.Instance);
        return copy;
    }
}
