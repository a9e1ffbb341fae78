namespace AgentIQ.Rules.Checking.Regions;

/// <summary>How a search for an uncovered situation ended.</summary>
internal enum SearchEnd
{
    /// <summary>There is none: everything is covered.</summary>
    Covered,

    /// <summary>One was found and accepted.</summary>
    Found,

    /// <summary>Some were found, but none was accepted.</summary>
    Refused,

    /// <summary>The budget was spent first.</summary>
    GaveUp,
}
