namespace AgentIQ.Rules.Sets;

/// <summary>What a seller's version of a set is for.</summary>
public enum PolicyState
{
    /// <summary>Being written; decides nothing.</summary>
    Draft,

    /// <summary>Evaluated beside the active one, without effect.</summary>
    Shadow,

    /// <summary>Decides while it is in force.</summary>
    Active,

    /// <summary>Taken back.</summary>
    Retired,
}
