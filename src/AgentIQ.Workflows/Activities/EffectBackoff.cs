namespace AgentIQ.Workflows.Activities;

/// <summary>How the wait before an attempt grows; the names are Polly's.</summary>
public enum EffectBackoff
{
    /// <summary>Always the same.</summary>
    Constant,

    /// <summary>Once, twice, three times the delay.</summary>
    Linear,

    /// <summary>Doubles each time.</summary>
    Exponential,
}
