namespace AgentIQ.Rules.Checking;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Probably a mistake; it may be published all the same.</summary>
    Warning,

    /// <summary>Certainly a mistake; it must not be published.</summary>
    Error,
}
