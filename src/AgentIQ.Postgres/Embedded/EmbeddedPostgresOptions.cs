namespace AgentIQ.Postgres;

/// <summary>Where and how AgentIQ's own PostgreSQL runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder for everything of this server: the cluster, its socket, its log. Made when missing.</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// A PostgreSQL installation: the folder that holds <c>bin/postgres</c>. Default: the environment variable
    /// <c>AGENTIQ_POSTGRES_BINARIES</c>, else the npm package in the nearest <c>node_modules</c> above the program.
    /// </summary>
    public string? Binaries { get; init; }

    /// <summary>The database that <see cref="EmbeddedPostgres.ConnectionString"/> names. Default <c>agentiq</c>.</summary>
    public string Database { get; init; } = "agentiq";

    /// <summary>
    /// Gives up durability for speed: a crash of the machine destroys the cluster. For tests only. Default false.
    /// A server that is already running keeps the mode that it was started in.
    /// </summary>
    public bool Volatile { get; init; }

    /// <summary>How long a start may take, recovery after a crash included. Default five minutes.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
