namespace AgentIQ.Rules.Checking;

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>The document cannot be read: a name, a type or a value is wrong.</summary>
    Unreadable,

    /// <summary>An example does not come out as it says.</summary>
    FailedExample,

    /// <summary>A locked table, or an output that the product reads, is not as the platform has it.</summary>
    LockedChanged,

    /// <summary>A row that can never be true: its conditions exclude each other.</summary>
    NeverTrue,

    /// <summary>A row that never decides, because earlier rows of a table that takes the first cover it.</summary>
    Unreachable,

    /// <summary>Two rows ask the same and say the same.</summary>
    Duplicate,

    /// <summary>Two rows ask the same and say different things.</summary>
    Contradiction,

    /// <summary>A value that the field can never have.</summary>
    OutsideDomain,

    /// <summary>A case that no row decides, with an example.</summary>
    Gap,

    /// <summary>Two rows of a unique table, or two disagreeing rows of an any table, apply together, with an example.</summary>
    Overlap,

    /// <summary>A value of an output that no row and no default puts out, or an output that nothing puts out.</summary>
    OutputNeverProduced,

    /// <summary>A cell that excludes nothing.</summary>
    AlwaysTrue,

    /// <summary>Something could not be proved either way: the table is too large or asks questions that cannot be compared.</summary>
    TooComplex,
}
