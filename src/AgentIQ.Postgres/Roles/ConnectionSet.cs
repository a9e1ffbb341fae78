using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>The connections that follow from the one that was given.</summary>
internal sealed class ConnectionSet
{
    private const string DefaultDatabase = "agentiq";
    private const string MaintenanceDatabase = "postgres";

    /// <summary>Npgsql's default: whoever writes another one into the connection string means it.</summary>
    private const int UnsetPoolSize = 100;

    private readonly NpgsqlConnectionStringBuilder _given;

    internal ConnectionSet(string connectionString)
    {
        _given = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(_given.Host))
        {
            throw new ArgumentException(
                "The connection string names no Host. Give one like 'Host=db;Username=postgres;Password=...;Database=agentiq'.",
                nameof(connectionString));
        }

        Database = string.IsNullOrEmpty(_given.Database) ? DefaultDatabase : _given.Database;
        if (Database is "postgres" or "template0" or "template1")
        {
            throw new ArgumentException(
                $"The connection string names the database '{Database}', which belongs to PostgreSQL itself. Name another: it is created when it is missing.",
                nameof(connectionString));
        }
    }

    internal string Database { get; }

    internal string? GivenPassword => _given.Password;

    /// <summary>The given user in the maintenance database, unpooled: it is used once, before anything else.</summary>
    internal string Admin => new NpgsqlConnectionStringBuilder(_given.ConnectionString)
    {
        Database = MaintenanceDatabase,
        ApplicationName = "agentiq bootstrap",
        Pooling = false,
    }.ConnectionString;

    /// <summary>
    /// Migrations may take their time, so the owner has no time limits.
    /// The pools of one process together (10, 50 and 20 connections) stay below the 100 that PostgreSQL takes by default.
    /// </summary>
    internal string Owner => For(RoleNames.Owner, "agentiq owner", connections: 10, commandSeconds: 0, "-c timezone=UTC");

    /// <summary>
    /// A request that holds its transaction for a minute without a word is broken, and its locks would stop others;
    /// the server's statement limit lies above the client's, so that the client's clearer error comes first.
    /// </summary>
    internal string App => For(
        RoleNames.App,
        "agentiq app",
        connections: 50,
        commandSeconds: 30,
        "-c timezone=UTC -c statement_timeout=60s -c lock_timeout=15s -c idle_in_transaction_session_timeout=60s");

    /// <summary>
    /// As <see cref="App"/>. The engine sends the same few statements all the time, so they are prepared when they come the second time.
    /// </summary>
    internal string Engine => new NpgsqlConnectionStringBuilder(For(
        RoleNames.Engine,
        "agentiq engine",
        connections: 20,
        commandSeconds: 30,
        "-c timezone=UTC -c statement_timeout=60s -c lock_timeout=15s -c idle_in_transaction_session_timeout=60s"))
    {
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
    }.ConnectionString;

    private string For(string role, string applicationName, int connections, int commandSeconds, string settings) =>
        new NpgsqlConnectionStringBuilder(_given.ConnectionString)
        {
            Database = Database,
            Username = role,
            Password = RolePassword.Derive(GivenPassword, role)?.Value,
            SearchPath = "agentiq",
            ApplicationName = applicationName,
            MaxPoolSize = _given.MaxPoolSize == UnsetPoolSize ? connections : _given.MaxPoolSize,
            CommandTimeout = commandSeconds,
            Options = string.IsNullOrEmpty(_given.Options) ? settings : $"{_given.Options} {settings}",
        }.ConnectionString;
}
