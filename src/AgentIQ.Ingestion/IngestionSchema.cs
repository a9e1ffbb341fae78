using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>The tables of this project: channels, their syncs, the quarantine, the pace and the replies.</summary>
public static class IngestionSchema
{
    /// <summary>The schema part that the migrator applies, after the interactions' part.</summary>
    public static SchemaPart Part { get; } = new("ingestion", typeof(IngestionSchema).Assembly);
}
