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

    /// <summary>A driver that keeps values over a wait; Memory and none do not.</summary>
    public static bool IsStored(string? driverTypeName) => ClassOf(driverTypeName) is "WorkflowInstanceStorageDriver" or "WorkflowStorageDriver";

    private static string ClassOf(string? typeName)
    {
        var name = typeName?.Split(',')[0].Trim() ?? string.Empty;
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
