using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AgentIQ.Bench.Hosting;

/// <summary>A durable PostgreSQL of its own in a temporary folder, with the workflow engine's schema or another; gone when disposed of.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly EmbeddedPostgres _server;
    private readonly string _folder;

    private BenchServer(EmbeddedPostgres server, string folder)
    {
        _server = server;
        _folder = folder;
        Database = new Database(server.ConnectionString);
    }

    public Database Database { get; }

    public static Task<BenchServer> StartAsync(CancellationToken ct) => StartAsync(Path.GetTempPath(), ct);

    /// <summary>The same with the schema of other parts.</summary>
    public static Task<BenchServer> StartAsync(IReadOnlyList<SchemaPart> schema, CancellationToken ct) => StartAsync(Path.GetTempPath(), schema, ct);

    /// <summary>Starts it in a new folder inside the given one.</summary>
    public static Task<BenchServer> StartAsync(string parent, CancellationToken ct) => StartAsync(parent, [WorkflowsSchema.Part], ct);

    private static async Task<BenchServer> StartAsync(string parent, IReadOnlyList<SchemaPart> schema, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, $"agentiq-bench-{Path.GetRandomFileName()}")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            // The server's own user must be able to pass through.
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        try
        {
            var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = Path.Combine(folder, "postgres") }, NullLogger.Instance, ct);
            var bench = new BenchServer(server, folder);
            try
            {
                await Migrator.ApplyAsync(bench.Database, schema, ct);
                return bench;
            }
            catch
            {
                await bench.DisposeAsync();
                throw;
            }
        }
        catch
        {
            Remove(folder);
            throw;
        }
    }

    /// <summary>What this process and the server have used so far.</summary>
    public async Task<ProcessorTime> ProcessorTimeAsync(CancellationToken ct)
    {
        await using var connection = await Database.Engine.OpenConnectionAsync(ct);
        return ProcessorTime.Read(connection.ProcessID);
    }

    /// <summary>Runs something as the superuser.</summary>
    public async Task<T> AskAsync<T>(string sql, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await using (connection)
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand(sql, connection);
            return (T)(await command.ExecuteScalarAsync(ct) ?? default(T))!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _server.DisposeAsync();
        Remove(_folder);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
