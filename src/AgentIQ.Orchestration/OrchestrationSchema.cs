using AgentIQ.Postgres;

namespace AgentIQ.Orchestration;

/// <summary>The tables of the orchestration layer.</summary>
public static class OrchestrationSchema
{
    /// <summary>The numbered files of <c>Schema/</c>.</summary>
    public static SchemaPart Part { get; } = new("orchestration", typeof(OrchestrationSchema).Assembly);
}
