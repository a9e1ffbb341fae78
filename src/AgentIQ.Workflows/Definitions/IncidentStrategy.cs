namespace AgentIQ.Workflows.Definitions;

/// <summary>What happens to an instance when one of its activities faults.</summary>
internal enum IncidentStrategy
{
    /// <summary>The burst goes on to its end, then the instance is Finished/Faulted.</summary>
    Fault,

    /// <summary>Other branches go on; the instance stays Running until a person acts.</summary>
    ContinueWithIncidents,
}

/// <summary>Whether a new instance may start beside running ones.</summary>
internal enum ActivationStrategy
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Only while none of the definition runs.</summary>
    Singleton,

    /// <summary>Only while none of the same correlation runs, of whatever definition.</summary>
    Correlation,

    /// <summary>Only while none of the definition with the same correlation runs.</summary>
    CorrelatedSingleton,
}
