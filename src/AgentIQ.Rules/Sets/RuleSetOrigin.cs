namespace AgentIQ.Rules.Sets;

/// <summary>Whose version of a set it is.</summary>
public enum RuleSetOrigin
{
    /// <summary>A file, read without a database.</summary>
    File,

    /// <summary>Shipped with a release; the default of every seller.</summary>
    Platform,

    /// <summary>The seller's own, over the platform's.</summary>
    Seller,
}
