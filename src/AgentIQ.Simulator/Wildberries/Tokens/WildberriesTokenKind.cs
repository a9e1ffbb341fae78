namespace AgentIQ.Simulator.Wildberries.Tokens;

/// <summary>The four kinds of Wildberries API token; the payload fields <c>acc</c>, <c>for</c> and <c>t</c> tell them apart.</summary>
public enum WildberriesTokenKind
{
    /// <summary><c>acc</c> 1: for any software, with the slow rate profile unless it comes with a service secret.</summary>
    Base = 1,

    /// <summary><c>acc</c> 2, <c>t</c> true: for the sandbox only.</summary>
    Test = 2,

    /// <summary><c>acc</c> 3, <c>for</c> "self": for the seller's own software.</summary>
    Personal = 3,

    /// <summary><c>acc</c> 4, <c>for</c> "asid:SERVICE": for a service of the vendor's catalogue.</summary>
    Service = 4,
}
