using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Durable.Monitoring;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.InMemory;

/// <summary>Runs one activity in one burst of an instance that exists only here.</summary>
internal sealed class ActivityTrials(WorkflowCatalog catalog, IWorkflowDefinitionQueries definitions, IIdSource ids, TimeProvider time) : IActivityTrials
{
    /// <summary>An activity that loops for ever ends here.</summary>
    private const int MaxSteps = 1000;

    public async Task<ActivityTrial?> RunAsync(TenantScope scope, string versionId, string activity, IReadOnlyDictionary<string, JsonElement>? variables, CancellationToken ct)
    {
        if (await definitions.FindByIdAsync(scope, versionId, ct) is null)
        {
            return null;
        }

        var workflow = await catalog.GetAsync(scope, versionId, ct);
        return (workflow.FindByNodeId(activity) ?? workflow.FindById(activity)) is { } node ? await RunAsync(scope.TenantId, workflow, node, variables, ct) : null;
    }

    private async Task<ActivityTrial> RunAsync(Guid tenantId, CompiledWorkflow workflow, Node node, IReadOnlyDictionary<string, JsonElement>? variables, CancellationToken ct)
    {
        var instance = new WorkflowInstance(ids.Next(), tenantId, workflow);
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            instance.Variables.AddRange(Variable.Declare(around.Variables));
        }

        VariableChanges.Apply(instance, variables ?? new Dictionary<string, JsonElement>(), storedOnly: false);
        var burst = new Burst(instance, new InMemoryBurstHost(EngineServices.Instance, time, ids) { MaxSteps = MaxSteps });
        await burst.TryAsync(node, ct);
        return new ActivityTrial(ExecutionView.Record(instance, HistoryOf(burst).Executions.First(e => e.Node == node)), [.. LeftOut(burst)]);
    }

    /// <summary>By the same road that stored journals take, so that a trial shows what the viewer would.</summary>
    private static ExecutionHistory HistoryOf(Burst burst)
    {
        var (instance, now) = (burst.Instance, burst.Now);
        var head = new InstanceHead(
            instance.Id, instance.Workflow.DefinitionId, instance.Workflow.VersionId, instance.Workflow.Version, instance.CorrelationId, instance.Name, instance.SubStatus, State: null, now, now,
            instance.Status == WorkflowStatus.Finished ? now : null);
        using var journal = JsonDocument.Parse(JournalPacker.Pack(instance.Workflow, burst.Journal));
        var entries = new List<UnpackedEntry>();
        JournalReader.Unpack(journal.RootElement, instance.Workflow, entries);
        return new ExecutionHistory(head, entries, burst.NewIncidents.Select(i => new RecordedFault(i.Id, i.Node.Id, i.Message, i.Cause, Details: null, now, IsOpen: true)));
    }

    private static IEnumerable<string> LeftOut(Burst burst) =>
    [
        .. burst.NewEffects.Select(e => $"{e.Execution.Node.Name} asks the outside ({e.Execution.Node.Descriptor.TypeName})"),
        .. burst.Signals.Select(s => $"the event {s.Name}"),
        .. burst.Starts.Select(s => $"a run of {s.DefinitionId}"),
        .. burst.NewTasks.Select(t => $"the task {t.Name}"),
    ];
}
