namespace AgentIQ.Rules.Tables;

/// <summary>How one output gets its value when several rows, or several tables, put it out.</summary>
public enum Merge
{
    /// <summary>The first value in the total order.</summary>
    First,

    /// <summary>The last value in the total order.</summary>
    Last,

    /// <summary>The greatest number, the latest moment, the most severe enum value.</summary>
    Maximum,

    /// <summary>The least number, the earliest moment, the mildest enum value.</summary>
    Minimum,

    /// <summary>All members of all sets.</summary>
    Union,

    /// <summary>True when any row says true.</summary>
    Any,

    /// <summary>True when every row says true.</summary>
    All,
}
