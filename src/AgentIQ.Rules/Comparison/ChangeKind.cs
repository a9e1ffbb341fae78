namespace AgentIQ.Rules.Comparison;

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>Something is new.</summary>
    Added,

    /// <summary>Something is gone.</summary>
    Removed,

    /// <summary>Something says something else.</summary>
    Changed,

    /// <summary>A row stands elsewhere in the order.</summary>
    Moved,
}
