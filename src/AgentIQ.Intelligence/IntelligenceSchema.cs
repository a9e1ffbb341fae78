using AgentIQ.Postgres;

namespace AgentIQ.Intelligence;

/// <summary>The tables of the intelligence layer.</summary>
public static class IntelligenceSchema
{
    /// <summary>The numbered files of <c>Schema/</c>.</summary>
    public static SchemaPart Part { get; } = new("intelligence", typeof(IntelligenceSchema).Assembly);
}
