using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>
/// AgentIQ's own PostgreSQL server, in a folder, for machines that have none. Several processes may use one folder:
/// the first starts the server, the others adopt it, and the last one to be disposed of stops it. A process that is killed
/// leaves the server running, and the next start adopts it.
/// <para>
/// Connections come over a Unix socket and without a password: what protects the database is the mode 0700 of the socket's folder.
/// </para>
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;
    private readonly ILogger _logger;
    private IDisposable? _use;

    private EmbeddedPostgres(ServerFolder folder, ServerProcess process, IDisposable use, string connectionString, bool adopted, ILogger logger)
    {
        _folder = folder;
        _process = process;
        _use = use;
        _logger = logger;
        ConnectionString = connectionString;
        Adopted = adopted;
    }

    /// <summary>The cluster's superuser, in the database of the options. For <see cref="Database(string)"/>, which makes its own roles with it.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether the server was running already.</summary>
    public bool Adopted { get; }

    /// <summary>Starts the server, or adopts the one that runs in this folder. Makes the folder and the cluster when missing.</summary>
    /// <exception cref="EmbeddedPostgresException">Binaries missing, folder not writable or of another major version, or the server does not start.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        var binaries = PostgresBinaries.Find(options.Binaries);
        var folder = ServerFolder.Open(options.Folder);
        var process = new ServerProcess(binaries, await ServerAccount.PrefixAsync(binaries, ct), folder, options, logger);

        using var starting = await FolderLock.ExclusiveAsync(folder.StartLock, ct);
        var use = FolderLock.Shared(folder.UseLock);
        try
        {
            var running = Postmaster.Find(folder);
            var adopted = running is not null && await running.WaitUntilReadyAsync(options.StartTimeout, ct);
            if (adopted)
            {
                logger.LogInformation("Using the PostgreSQL that is already running in {Folder}", options.Folder);
            }
            else
            {
                running = await process.StartAsync(ct);
            }

            var connection = new NpgsqlConnectionStringBuilder(running!.ConnectionString) { Database = options.Database };
            connection.Remove("Pooling");
            return new EmbeddedPostgres(folder, process, use, connection.ConnectionString, adopted, logger);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server cleanly (its state is on the disk, the next start needs no recovery), unless another process still uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _use, null) is not { } use)
        {
            return;
        }

        using var stopping = await FolderLock.ExclusiveAsync(_folder.StartLock, CancellationToken.None);
        use.Dispose();
        using var alone = FolderLock.TryExclusive(_folder.UseLock);
        if (alone is null)
        {
            _logger.LogInformation("Another process still uses PostgreSQL, so it keeps running");
            return;
        }

        await _process.StopAsync();
    }
}
