using AgentIQ.Postgres;

namespace AgentIQ.Context;

/// <summary>The tables of this layer: links between interactions.</summary>
public static class ContextSchema
{
    /// <summary>The schema part that the migrator applies.</summary>
    public static SchemaPart Part { get; } = new("context", typeof(ContextSchema).Assembly);
}
