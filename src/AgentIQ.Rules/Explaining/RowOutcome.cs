namespace AgentIQ.Rules.Explaining;

/// <summary>What became of a row.</summary>
public enum RowOutcome
{
    /// <summary>It applied, and it decided.</summary>
    Decided,

    /// <summary>It applied, but by the hit policy another row decided.</summary>
    Overruled,

    /// <summary>It did not apply, by exactly one condition.</summary>
    NearMiss,

    /// <summary>It did not apply.</summary>
    NotMatched,

    /// <summary>It is switched off.</summary>
    SwitchedOff,
}
