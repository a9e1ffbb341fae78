namespace AgentIQ.Workflows.Activities;

/// <summary>What the designer and the compiler know of an activity type; derived from its class.</summary>
public sealed class ActivityDescriptor
{
    internal ActivityDescriptor(Func<IServiceProvider, Activity> create) => Create = create;

    /// <summary>The key in definitions.</summary>
    public required string TypeName { get; init; }

    /// <summary>Version of the type.</summary>
    public required int Version { get; init; }

    /// <summary>Group in the palette.</summary>
    public required string Category { get; init; }

    /// <summary>Name in the palette.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Which of the kinds it is.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>Inputs in the order of declaration.</summary>
    public required IReadOnlyList<InputDescriptor> Inputs { get; init; }

    /// <summary>Outputs in the order of declaration.</summary>
    public required IReadOnlyList<OutputDescriptor> Outputs { get; init; }

    /// <summary>Flow ports; <c>Done</c> when none is declared.</summary>
    public required IReadOnlyList<OutcomeDescriptor> Outcomes { get; init; }

    /// <summary>Names of the embedded ports.</summary>
    public required IReadOnlyList<string> EmbeddedPorts { get; init; }

    /// <summary>Whether the palette offers it.</summary>
    public required bool IsBrowsable { get; init; }

    /// <summary>True when nothing can lead to it.</summary>
    public required bool IsStart { get; init; }

    /// <summary>True when completing it completes the container around it.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>True when a stimulus may start a workflow at it.</summary>
    public required bool IsTrigger { get; init; }

    /// <summary>The workflow that the type stands for; null: it is a class of its own.</summary>
    public WorkflowReference? Workflow { get; init; }

    /// <summary>The class.</summary>
    public required Type ClrType { get; init; }

    internal Func<IServiceProvider, Activity> Create { get; }

    /// <summary>Outcomes come from the values of an input, or from within, so that there may be others than <see cref="Outcomes"/>.</summary>
    public bool HasDynamicOutcomes { get; init; }

    /// <summary>Whether an activity of the type has ever asked for the transaction: a host can then prepare it without being asked.</summary>
    internal bool TouchesScope { get; set; }

    internal string[] DefaultOutcomes { get; } = OutcomeNames.JustDone;

    /// <summary>How it completes when nobody was asked: Done, else the first outcome that is no failure.</summary>
    internal string[] SuccessOutcomes => Allows(OutcomeNames.Done) || Outcomes.FirstOrDefault(o => o.Name != OutcomeNames.Failed) is not { } first
        ? OutcomeNames.JustDone
        : [first.Name];

    internal bool Allows(string outcome) => HasDynamicOutcomes || Outcomes.Any(o => string.Equals(o.Name, outcome, StringComparison.Ordinal));
}
