namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>One line of a comparison. It carries no sentence: pages say it in their reader's language.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">To what.</param>
public sealed record DefinitionChange(ChangeKind Kind, ChangeSubject Subject)
{
    /// <summary>The activity; of a connection its source. Null: the workflow itself.</summary>
    public ActivityReference? Activity { get; init; }

    /// <summary>Of a connection where it leads to.</summary>
    public ActivityReference? Target { get; init; }

    /// <summary>Name of the input, output, variable, setting or text as the definition's JSON spells it; of a connection its port.</summary>
    public string? Name { get; init; }

    /// <summary>Which part of a variable or of an input or output of the workflow is another: <c>typeName</c>, <c>value</c>. Null: the whole.</summary>
    public string? Aspect { get; init; }

    /// <summary>What it was; null: nothing.</summary>
    public ComparedValue? Before { get; init; }

    /// <summary>What it is; null: nothing.</summary>
    public ComparedValue? After { get; init; }

    /// <summary>How many activities came or went inside an added or removed one; they have no lines of their own.</summary>
    public int Inside { get; init; }

    /// <summary>All that only moved on the canvas: one line for all of them.</summary>
    public IReadOnlyList<ActivityReference> Moved { get; init; } = [];
}
