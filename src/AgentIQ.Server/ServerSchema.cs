using AgentIQ.Postgres;

namespace AgentIQ.Server;

/// <summary>The server's own tables.</summary>
internal static class ServerSchema
{
    public static SchemaPart Part { get; } = new("server", typeof(ServerSchema).Assembly);
}
