namespace AgentIQ.Rules.Tables;

/// <summary>What happens when several rows of a table apply.</summary>
public enum HitPolicy
{
    /// <summary>At most one row may apply; a second one is a fault of the set.</summary>
    Unique,

    /// <summary>The first row in the total order (priority descending, then place) decides.</summary>
    First,

    /// <summary>The row with the most severe outputs decides: outputs in their order, each by the order of its values; then the total order.</summary>
    Priority,

    /// <summary>Several rows may apply when all say the same; rows that differ are a fault of the set.</summary>
    Any,

    /// <summary>Every row that applies counts; each output is merged as it declares.</summary>
    Collect,
}
