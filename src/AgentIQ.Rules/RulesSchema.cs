using AgentIQ.Postgres;

namespace AgentIQ.Rules;

/// <summary>The tables of this project: policy versions, their publications, and the decision log.</summary>
public static class RulesSchema
{
    /// <summary>The schema part that the migrator applies.</summary>
    public static SchemaPart Part { get; } = new("rules", typeof(RulesSchema).Assembly);
}
