using AgentIQ.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AgentIQ.Testing;

/// <summary>A PostgreSQL for tests, and the connection of somebody who may make databases there.</summary>
/// <param name="AdminConnectionString">A superuser, or a role with CREATEROLE and CREATEDB.</param>
public sealed record TestServer(string AdminConnectionString)
{
    /// <summary>Names the server to use; without it one embedded server is shared by everything on this machine, and goes on running.</summary>
    public const string EnvironmentVariable = "AGENTIQ_TEST_DATABASE";

    private static readonly Lazy<Task<TestServer>> Shared = new(FindAsync);

    /// <summary>The server that tests use unless they say otherwise.</summary>
    public static Task<TestServer> DefaultAsync() => Shared.Value;

    /// <summary>The admin's connection to a database.</summary>
    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = database }.ConnectionString;

    private static async Task<TestServer> FindAsync()
    {
        var given = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (!string.IsNullOrEmpty(given))
        {
            return new TestServer(given);
        }

        // Not disposed of: the next run finds it running.
        var embedded = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions
            {
                Folder = Path.Combine(Path.GetTempPath(), $"agentiq-tests-{Environment.UserName}"),
                Volatile = true,
            },
            NullLogger.Instance,
            CancellationToken.None);
        return new TestServer(embedded.ConnectionString);
    }
}
