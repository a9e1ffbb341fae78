namespace AgentIQ.Rules.Conditions;

/// <summary>Where a condition looks.</summary>
public enum ValueSource
{
    /// <summary>At a fact of the catalogue.</summary>
    Fact,

    /// <summary>At what an earlier table of the same set put out.</summary>
    Output,
}
