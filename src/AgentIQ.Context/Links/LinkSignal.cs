namespace AgentIQ.Context.Links;

/// <summary>The exact key that ties two interactions together. Names and confidences: domain 3.1 and 3.4.</summary>
public enum LinkSignal
{
    /// <summary>The marketplace itself ties them (a first review and its addition).</summary>
    RelatedIdExact,

    /// <summary>The same order.</summary>
    OrderIdExact,

    /// <summary>The same customer.</summary>
    CustomerIdExact,
}
