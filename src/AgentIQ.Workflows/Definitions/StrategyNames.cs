namespace AgentIQ.Workflows.Definitions;

/// <summary>Elsa names its strategies by .NET type; only the class's name counts, so that any version and assembly suffix is understood.</summary>
internal static class StrategyNames
{
    public static IncidentStrategy Incident(string? typeName) =>
        ClassOf(typeName) == "ContinueWithIncidentsStrategy" ? IncidentStrategy.ContinueWithIncidents : IncidentStrategy.Fault;

    public static ActivationStrategy Activation(string? typeName) => ClassOf(typeName) switch
    {
        "SingletonStrategy" => ActivationStrategy.Singleton,
        "CorrelationStrategy" => ActivationStrategy.Correlation,
        "CorrelatedSingletonStrategy" => ActivationStrategy.CorrelatedSingleton,
        _ => ActivationStrategy.Always,
    };

    /// <summary>Null for every other text, Elsa's <c>Default</c> included: the application decides.</summary>
    public static FlowchartMode? Flowchart(string? name) => name switch
    {
        "TokenBased" => FlowchartMode.Token,
        "CounterBased" => FlowchartMode.Counter,
        _ => null,
    };

    /// <summary>None, nothing and every unknown text are Stream, as in Elsa.</summary>
    public static MergeMode Merge(string? name) =>
        Enum.TryParse<MergeMode>(name, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : MergeMode.Stream;

    /// <summary>A driver that keeps values over a wait; Memory and none do not.</summary>
    public static bool IsStored(string? driverTypeName) => ClassOf(driverTypeName) is "WorkflowInstanceStorageDriver" or "WorkflowStorageDriver";

    /// <summary>Whether the text means something here; nothing at all means the default.</summary>
    public static bool IsKnownIncident(string? typeName) => ClassOf(typeName) is "" or "FaultStrategy" or "ContinueWithIncidentsStrategy";

    /// <inheritdoc cref="IsKnownIncident" />
    public static bool IsKnownActivation(string? typeName) =>
        ClassOf(typeName) is "" or "AllowAlwaysStrategy" or "SingletonStrategy" or "CorrelationStrategy" or "CorrelatedSingletonStrategy";

    /// <inheritdoc cref="IsKnownIncident" />
    public static bool IsKnownStorage(string? typeName) =>
        ClassOf(typeName) is "" or "WorkflowInstanceStorageDriver" or "WorkflowStorageDriver" or "MemoryStorageDriver";

    private static string ClassOf(string? typeName)
    {
        var name = typeName?.Split(',')[0].Trim() ?? string.Empty;
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
