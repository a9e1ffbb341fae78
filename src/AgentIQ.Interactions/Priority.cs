namespace AgentIQ.Interactions;

/// <summary>How soon a person should look, most pressing first. Set by the <c>priority</c> policy.</summary>
public enum Priority
{
    /// <summary>Now, before anything else.</summary>
    Urgent,

    /// <summary>Within the hour.</summary>
    High,

    /// <summary>Today.</summary>
    Normal,

    /// <summary>When there is time.</summary>
    Low,
}
