using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Definitions;

/// <summary>One version of a definition as the interpreter runs it. Immutable, shared by all its instances.</summary>
internal sealed class CompiledWorkflow
{
    public required string DefinitionId { get; init; }

    public required string VersionId { get; init; }

    public required int Version { get; init; }

    public string? Name { get; init; }

    /// <summary>Every activity in pre-order; the root is the first. An activity's index is its place here.</summary>
    public required Node[] Nodes { get; init; }

    public Node Root => Nodes[0];

    public required VariableDefinition[] Variables { get; init; }

    public required IReadOnlyList<WorkflowOutput> Outputs { get; init; }

    public required IncidentStrategy IncidentStrategy { get; init; }

    public required ActivationStrategy Activation { get; init; }

    /// <summary>What the definition asks for with its custom property <c>Flowchart:ExecutionMode</c>; null: nothing, so the run's or the application's choice counts.</summary>
    public FlowchartMode? FlowchartMode { get; init; }

    /// <summary>The activities that a stimulus starts the workflow at, by its name.</summary>
    public required IReadOnlyDictionary<string, Node> Triggers { get; init; }

    /// <summary>Whether its activation strategy forbids a new instance of that correlation while such another one runs.</summary>
    public bool Excludes(string? correlationId, string otherDefinitionId, string? otherCorrelationId) => Activation switch
    {
        ActivationStrategy.Singleton => otherDefinitionId == DefinitionId,
        ActivationStrategy.CorrelatedSingleton => otherDefinitionId == DefinitionId && otherCorrelationId == correlationId,
        ActivationStrategy.Correlation => correlationId is not null && otherCorrelationId == correlationId,
        _ => false,
    };

    /// <summary>What the definition says about its schedules.</summary>
    public ScheduleSettings Schedule { get; init; } = ScheduleSettings.None;

    /// <summary>The times that start the workflow, by the activity's id; a projection of <see cref="Triggers"/>.</summary>
    public required IReadOnlyDictionary<string, Schedule> Schedules { get; init; }

    /// <summary>The node with that id, nearest to the root; null when there is none.</summary>
    public Node? FindById(string id) => Array.Find(Nodes, n => n.Id == id && n.Composite is null) ?? Array.Find(Nodes, n => n.Id == id);

    public Node? FindByNodeId(string nodeId) => Array.Find(Nodes, n => n.NodeId == nodeId);
}

/// <summary>A declared output of a workflow.</summary>
internal sealed record WorkflowOutput(string Name, string Type);
