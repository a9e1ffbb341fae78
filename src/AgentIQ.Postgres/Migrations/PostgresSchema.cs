namespace AgentIQ.Postgres;

/// <summary>This project's own part of the schema: tenancy and partitions. <see cref="Migrator"/> always applies it first.</summary>
public static class PostgresSchema
{
    /// <summary>The part.</summary>
    public static SchemaPart Part { get; } = new("postgres", typeof(PostgresSchema).Assembly);
}
