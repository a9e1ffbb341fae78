using AgentIQ.Postgres;

namespace AgentIQ.Interactions;

/// <summary>The tables of this project: sellers, interactions, their content and their events.</summary>
public static class InteractionsSchema
{
    /// <summary>The schema part that the migrator applies.</summary>
    public static SchemaPart Part { get; } = new("interactions", typeof(InteractionsSchema).Assembly);
}
