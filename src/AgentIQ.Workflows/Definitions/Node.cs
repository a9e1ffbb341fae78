using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Definitions;

/// <summary>One activity of a compiled definition.</summary>
internal sealed class Node
{
    public required int Index { get; init; }

    public required string Id { get; init; }

    /// <summary><c>Workflow1:flow:act</c>: the ids from the root, as the designer's viewer keys them.</summary>
    public required string NodeId { get; init; }

    public required string Name { get; init; }

    /// <summary>Where it stands in the JSON: <c>root.activities[2]</c>.</summary>
    public string Path { get; init; } = string.Empty;

    public required ActivityDescriptor Descriptor { get; init; }

    public required Node? Parent { get; init; }

    /// <summary>Place among the parent's <see cref="Children"/>; -1 for an embedded activity and for the root.</summary>
    public required int ChildIndex { get; init; }

    public required bool CanStartWorkflow { get; init; }

    /// <summary>The nearest workflow around it that is used as an activity; null: the definition itself.</summary>
    public Node? Composite => Parent is null || Parent.Descriptor.Workflow is not null ? Parent : Parent.Composite;

    /// <summary>What the activity says about its schedule.</summary>
    public ScheduleSettings Schedule { get; init; } = ScheduleSettings.None;

    /// <summary>What the activity says about the attempts of its effect; null: nothing.</summary>
    public EffectPolicyOverride? EffectPolicy { get; init; }

    /// <summary>What it waits for in a flowchart that runs on tokens; a join's own mode goes before.</summary>
    public MergeMode MergeMode { get; init; }

    public InputBinding[] Inputs { get; set; } = [];

    public OutputBinding[] Outputs { get; set; } = [];

    public VariableDefinition[] Variables { get; set; } = [];

    /// <summary>What <c>activities</c> lists, in its order.</summary>
    public Node[] Children { get; set; } = [];

    /// <summary>Embedded activities by port name.</summary>
    public IReadOnlyDictionary<string, Node> Ports { get; set; } = EmptyPorts;

    /// <summary>Which of its values the journal keeps.</summary>
    public LogPersistence Logging { get; set; } = LogPersistence.Everything;

    /// <summary>The connections of a flowchart; null for every other activity.</summary>
    public FlowchartPlan? Flow { get; set; }

    /// <summary>Whether a flowchart around it leads somewhere from that outcome.</summary>
    public bool LeadsOnFrom(string outcome) =>
        Parent?.Flow?.Outbound(ChildIndex).Any(c => c.Port == outcome) ?? false;

    private static readonly Dictionary<string, Node> EmptyPorts = [];
}

/// <summary>An input that the definition mentions.</summary>
/// <param name="Input">Which one.</param>
/// <param name="Expression">Gives its value.</param>
/// <param name="Converted">The value, converted once, when the expression is constant and the value cannot be changed by the activity.</param>
/// <param name="IsConverted">Whether <paramref name="Converted"/> counts.</param>
internal sealed record InputBinding(InputDescriptor Input, CompiledExpression Expression, object? Converted, bool IsConverted);

/// <summary>An output that the definition binds to a variable (by id) or to a workflow output (by name).</summary>
internal sealed record OutputBinding(OutputDescriptor Output, string Target);
