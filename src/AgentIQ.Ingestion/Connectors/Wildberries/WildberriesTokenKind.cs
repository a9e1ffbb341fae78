namespace AgentIQ.Ingestion.Wildberries;

/// <summary>The kinds of Wildberries tokens, by their <c>acc</c> field. They differ in rights and, widely, in limits.</summary>
public enum WildberriesTokenKind
{
    /// <summary>The token does not say, or says what we do not know.</summary>
    Unknown = 0,

    /// <summary>For any software; very few requests.</summary>
    Base = 1,

    /// <summary>For the sandbox only.</summary>
    Test = 2,

    /// <summary>For the seller's own software on the seller's own machines.</summary>
    Personal = 3,

    /// <summary>For one service of Wildberries' catalogue.</summary>
    Service = 4,
}
