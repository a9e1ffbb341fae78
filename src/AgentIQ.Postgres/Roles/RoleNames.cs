namespace AgentIQ.Postgres;

/// <summary>The roles of PostgreSQL that AgentIQ works as. They belong to the whole cluster, not to one database.</summary>
public static class RoleNames
{
    /// <summary>Owns the schema and runs the migrations. Not a superuser, and bound by forced row-level security.</summary>
    public const string Owner = "agentiq_owner";

    /// <summary>What requests and steps run as: sees one seller at a time.</summary>
    public const string App = "agentiq_app";

    /// <summary>What the workflow engine claims work as: sees the engine's own tables across sellers, and nothing else until it becomes <see cref="App"/>.</summary>
    public const string Engine = "agentiq_engine";

    /// <summary>Owns the function that finds out who is signing in. Nobody can log in as it.</summary>
    public const string SignIn = "agentiq_signin";
}
