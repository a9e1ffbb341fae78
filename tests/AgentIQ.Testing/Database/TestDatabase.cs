using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Testing;

/// <summary>
/// A database of a test's own, with the schema of the given parts: a copy of a template that is made once
/// for each state of the schema files. Dropped when it is disposed of.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static int _count;

    private readonly TestServer _server;

    private TestDatabase(TestServer server, string name)
    {
        _server = server;
        Name = name;
        Database = new Database(server.ConnectionTo(name));
    }

    /// <summary>The database, with its pools.</summary>
    public Database Database { get; }

    /// <summary>The database's name on its server.</summary>
    public string Name { get; }

    /// <summary>What <see cref="Database(string)"/> and the server's <c>--database</c> take.</summary>
    public string ConnectionString => _server.ConnectionTo(Name);

    /// <summary>On the default server.</summary>
    public static async Task<TestDatabase> CreateAsync(params SchemaPart[] parts) =>
        await CreateAsync(await TestServer.DefaultAsync(), parts);

    /// <summary>On the given server.</summary>
    public static async Task<TestDatabase> CreateAsync(TestServer server, params SchemaPart[] parts)
    {
        var template = await TemplateDatabase.EnsureAsync(server, parts);
        var name = $"{TemplateDatabase.CopyPrefix}{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        // Measured 150 to 200 ms, against 270 to 290 ms for a copy through the log.
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy OWNER {RoleNames.Owner}");
        return new TestDatabase(server, name);
    }

    /// <summary>An empty database without AgentIQ's schema, for tests of the migrations themselves.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(TestServer server)
    {
        var name = $"{TemplateDatabase.CopyPrefix}{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        var database = new TestDatabase(server, name);
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await database.Database.BootstrapAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Closes the pools and drops the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _server.ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }
}
