using AgentIQ.Postgres;

namespace AgentIQ.Chaos;

/// <summary>The tables of the workflows under test.</summary>
internal static class ChaosSchema
{
    /// <summary>The one tenant of a run.</summary>
    public static readonly Guid Tenant = Guid.Parse("00000000-0000-7000-8000-0000000c4a05");

    public static SchemaPart Part { get; } = new("chaos", typeof(ChaosSchema).Assembly);
}
