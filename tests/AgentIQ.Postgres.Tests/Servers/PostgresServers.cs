using System.Collections.Concurrent;
using System.Runtime.Versioning;
using AgentIQ.Postgres.Tests;
using AgentIQ.Postgres.Tests.Tenancy;
using AgentIQ.Testing;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(PostgresServers))]
// The embedded server, and with it these tests, are for Linux.
[assembly: SupportedOSPlatform("linux")]

namespace AgentIQ.Postgres.Tests;

/// <summary>
/// The servers that AgentIQ must work on: the embedded PostgreSQL 18, and the oldest supported one, 15,
/// where Debian's package is installed.
/// </summary>
public sealed class PostgresServers : IAsyncDisposable
{
    private const string Newest = "default";
    private const string Oldest = "15";
    private const string OldestBinaries = "/usr/lib/postgresql/15";

    private readonly Lazy<Task<(TemporaryFolder Folder, EmbeddedPostgres Server)>> _oldest = new(StartOldestAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<NotesDatabase>>> _notes = new(StringComparer.Ordinal);

    /// <summary>The names of the servers of this machine, for theories.</summary>
    public static TheoryData<string> All => File.Exists(Path.Combine(OldestBinaries, "bin", "postgres")) ? [Newest, Oldest] : [Newest];

    /// <summary>The folders of the servers' binaries; null is the npm package.</summary>
    public static string? Binaries(string name) => name == Newest ? null : OldestBinaries;

    /// <summary>A server that all tests of the assembly share.</summary>
    public async Task<TestServer> GetAsync(string name) =>
        name == Newest ? await TestServer.DefaultAsync() : new TestServer((await _oldest.Value).Server.ConnectionString);

    /// <summary>A database of two sellers on that server, for tests that leave its rows as they are.</summary>
    internal Task<NotesDatabase> NotesAsync(string name) =>
        _notes.GetOrAdd(name, key => new Lazy<Task<NotesDatabase>>(async () => await NotesDatabase.CreateAsync(await GetAsync(key)))).Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var notes in _notes.Values)
        {
            await (await notes.Value).DisposeAsync();
        }

        if (_oldest.IsValueCreated)
        {
            var (folder, server) = await _oldest.Value;
            await server.DisposeAsync();
            folder.Dispose();
        }
    }

    private static async Task<(TemporaryFolder Folder, EmbeddedPostgres Server)> StartOldestAsync()
    {
        var folder = new TemporaryFolder();
        var options = new EmbeddedPostgresOptions { Folder = folder.Path, Binaries = OldestBinaries, Volatile = true };
        return (folder, await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None));
    }
}
