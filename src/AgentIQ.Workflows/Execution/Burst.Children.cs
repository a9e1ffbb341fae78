using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <content>Where an instance meets others: those it starts, and the one that started it.</content>
internal sealed partial class Burst
{
    /// <summary>
    /// Instances that wait for each other, one inside the other. A workflow that executes itself without end stops here with an incident;
    /// each level costs about ten frames of stack.
    /// </summary>
    private const int MaxDepth = 16;

    private Burst? _outer;

    /// <summary>Incidents of other instances that this burst resolves.</summary>
    public List<ChildIncidentResolution> Resolutions { get; } = [];

    /// <summary>Tasks that this burst asks the host to have done.</summary>
    public List<RequestedTask> NewTasks { get; } = [];

    /// <summary>Runs a new instance of the definition's published version inside this burst, as far as it comes.</summary>
    /// <exception cref="WorkflowNotFoundException">There is no published version.</exception>
    /// <exception cref="ActivationRefusedException">The definition allows no second instance beside one that runs.</exception>
    public async ValueTask<WorkflowInstance> BeginChildAsync(string? definitionId, string? correlationId, IReadOnlyDictionary<string, object?>? input, CancellationToken ct)
    {
        var workflow = await FindStartableAsync(definitionId, correlationId, ct);
        var child = new Burst(
            new WorkflowInstance(NewId(), Instance.TenantId, workflow)
            {
                ParentInstanceId = Instance.Id,
                Depth = DeeperBy(workflow.DefinitionId),
                IsSandbox = Instance.IsSandbox,
                CorrelationId = correlationId,
                Input = InputOfChild(input),
            },
            _host) { _outer = this };
        Children.Add(child);
        await child.StartAsync(triggerActivityId: null, stimulus: null, ct);
        _steps += child.Steps;
        Lines.AddRange(child.Lines);
        return child.Instance;
    }

    /// <summary>Asks for a new instance that runs in bursts of its own.</summary>
    /// <param name="definitionId">Whose published version.</param>
    /// <param name="correlationId">What the child is about.</param>
    /// <param name="input">Its inputs.</param>
    /// <param name="stimulus">What to call its end, by its id; null: nobody waits for it.</param>
    /// <param name="ct">Cancels looking for the version.</param>
    /// <exception cref="WorkflowNotFoundException">There is no published version.</exception>
    /// <exception cref="ActivationRefusedException">The definition allows no second instance beside one that runs.</exception>
    public async ValueTask<Guid> DispatchChildAsync(
        string? definitionId, string? correlationId, IReadOnlyDictionary<string, object?>? input, Func<Guid, string>? stimulus, CancellationToken ct)
    {
        var workflow = await FindStartableAsync(definitionId, correlationId, ct);
        var id = NewId();
        Starts.Add(new StartWorkflow(workflow.DefinitionId, correlationId, InputOfChild(input))
        {
            InstanceId = id,
            ParentInstanceId = Instance.Id,
            ParentStimulus = stimulus?.Invoke(id),
            Depth = stimulus is null ? 0 : DeeperBy(workflow.DefinitionId),
        });
        return id;
    }

    /// <summary>Shows a child's fault as an incident of this instance, without changing where this instance stands.</summary>
    public void RaiseForChild(ActivityExecution by, ChildEnd child)
    {
        var incident = new Incident(
            child.IncidentId ?? NewId(), by.Number, by.Node, $"Workflow '{child.DefinitionId}' (instance {child.InstanceId}) ended with a fault: {child.Message}", Cause: null, Details: null, Now)
        {
            ChildInstanceId = child.InstanceId,
        };
        Instance.Incidents.Add(incident);
        NewIncidents.Add(incident);
    }

    /// <summary>The same for a child that ended inside this burst.</summary>
    public void RaiseForChild(ActivityExecution by, WorkflowInstance child)
    {
        child.ParentIncidentId = NewId();
        RaiseForChild(by, ChildEnd.Of(child));
    }

    /// <exception cref="WorkflowNotFoundException">There is no published version.</exception>
    /// <exception cref="ActivationRefusedException">One that runs stands in the way.</exception>
    private async ValueTask<CompiledWorkflow> FindStartableAsync(string? definitionId, string? correlationId, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(definitionId))
        {
            throw new InvalidOperationException("Expected the id of the workflow definition to start, got nothing. Choose one in WorkflowDefinitionId.");
        }

        var workflow = await _host.FindPublishedAsync(definitionId, ct) ?? throw new WorkflowNotFoundException(definitionId);
        if (workflow.Activation != ActivationStrategy.Always
            && (FindRival(workflow, correlationId) ?? await _host.FindRivalAsync(workflow, correlationId, Instance.IsSandbox, ct)) is { } rival)
        {
            throw new ActivationRefusedException(definitionId, workflow.Activation.ToString(), rival);
        }

        return workflow;
    }

    /// <summary>Among what this burst itself has begun or asked for, which stands in no store yet.</summary>
    private Guid? FindRival(CompiledWorkflow workflow, string? correlationId)
    {
        var outermost = this;
        while (outermost._outer is { } outer)
        {
            outermost = outer;
        }

        foreach (var burst in outermost.Family())
        {
            if (burst.Instance.Status == WorkflowStatus.Running && workflow.Excludes(correlationId, burst.Instance.Workflow.DefinitionId, burst.Instance.CorrelationId))
            {
                return burst.Instance.Id;
            }

            if (burst.Starts.Find(s => workflow.Excludes(correlationId, s.DefinitionId, s.CorrelationId)) is { InstanceId: { } asked })
            {
                return asked;
            }
        }

        return null;
    }

    private IEnumerable<Burst> Family() => Children.SelectMany(c => c.Family()).Prepend(this);

    private int DeeperBy(string definitionId) => Instance.Depth < MaxDepth
        ? Instance.Depth + 1
        : throw new InvalidOperationException($"'{definitionId}' would be the {MaxDepth + 1}th workflow inside another; at most {MaxDepth} are allowed. Look for workflows that execute each other without end.");

    private Dictionary<string, object?> InputOfChild(IReadOnlyDictionary<string, object?>? input)
    {
        var values = new Dictionary<string, object?> { ["ParentInstanceId"] = Instance.Id.ToString() };
        foreach (var (name, value) in input ?? values.ToDictionary())
        {
            values[name] = Expressions.PlainValue.From(value);
        }

        return values;
    }

    /// <summary>Called where the instance has come to stand: tells the parent what concerns it.</summary>
    private void SettleFamily()
    {
        if (Instance is { ParentInstanceId: { } parent, ParentIncidentId: { } incident } && ResolvedIncidents.Count > 0)
        {
            Resolutions.Add(new ChildIncidentResolution(parent, incident));
            Instance.ParentIncidentId = null;
        }

        if (Instance.Status != WorkflowStatus.Finished)
        {
            return;
        }

        CloseChildIncidents();
        if (Instance is { ParentInstanceId: { } waiting, ParentStimulus: { } stimulus })
        {
            Instance.ParentStimulus = null;
            Instance.ParentIncidentId = Instance.SubStatus == WorkflowSubStatus.Faulted ? NewId() : null;
            Signals.Add(ChildEnd.Of(Instance).For(waiting, stimulus));
        }
    }

    /// <summary>An ended parent has nothing more to lose by a child's fault; the child keeps its own incident.</summary>
    private void CloseChildIncidents()
    {
        foreach (var incident in Instance.Incidents.FindAll(i => i.ChildInstanceId is not null))
        {
            Instance.Incidents.Remove(incident);
            var index = NewIncidents.IndexOf(incident);
            if (index < 0)
            {
                ResolvedIncidents.Add(incident.Id);
            }
            else
            {
                NewIncidents[index] = incident with { IsClosed = true };
            }
        }
    }
}
