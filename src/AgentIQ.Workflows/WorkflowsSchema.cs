using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>The engine's tables.</summary>
public static class WorkflowsSchema
{
    /// <summary>For <see cref="Migrator.ApplyAsync"/>.</summary>
    public static SchemaPart Part { get; } = new("workflows", typeof(WorkflowsSchema).Assembly);
}
