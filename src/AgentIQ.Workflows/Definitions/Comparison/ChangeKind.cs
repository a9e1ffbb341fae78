namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>What happened to something.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is another than before.</summary>
    Changed,

    /// <summary>It stands elsewhere on the canvas and is otherwise the same.</summary>
    Moved,
}
