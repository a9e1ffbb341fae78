using System.Globalization;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AgentIQ.Chaos.Cluster;

/// <summary>A durable PostgreSQL of the run's own, which can be stopped, crashed, paused and made slow to commit.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    private const string DatabaseName = "chaos";

    private readonly EmbeddedPostgresOptions _options;
    private EmbeddedPostgres _server;

    private ChaosCluster(EmbeddedPostgresOptions options, EmbeddedPostgres server) => (_options, _server) = (options, server);

    /// <summary>Of the superuser; the same over restarts.</summary>
    public string ConnectionString => _server.ConnectionString;

    public static async Task<ChaosCluster> StartAsync(string folder, CancellationToken ct)
    {
        var options = new EmbeddedPostgresOptions { Folder = Path.Combine(folder, "postgres"), Database = DatabaseName };
        var cluster = new ChaosCluster(options, await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, ct));
        await using var database = new Database(cluster.ConnectionString);
        await Migrator.ApplyAsync(database, [WorkflowsSchema.Part, ChaosSchema.Part], ct);
        return cluster;
    }

    /// <summary>An unpooled connection of the superuser.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, ApplicationName = "chaos" }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A fast shutdown and a start.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        await _server.DisposeAsync();
        _server = await EmbeddedPostgres.StartAsync(_options, NullLogger.Instance, ct);
    }

    /// <summary>Every process of the server is killed at once, as by the loss of power, and the next start recovers from the log.</summary>
    public async Task CrashAsync(CancellationToken ct)
    {
        var postmaster = Postmaster();
        var family = Signals.Family(postmaster);
        family.ForEach(process => Signals.Send(process, Signals.Kill));
        while (family.Exists(process => File.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/exe")) && IsRunning(process)))
        {
            await Task.Delay(20, ct);
        }

        await _server.DisposeAsync();
        _server = await EmbeddedPostgres.StartAsync(_options, NullLogger.Instance, ct);
    }

    /// <summary>Every process of the server stands still for a while.</summary>
    public async Task PauseAsync(TimeSpan time, CancellationToken ct)
    {
        var family = Signals.Family(Postmaster());
        family.ForEach(process => Signals.Send(process, Signals.Stop));
        try
        {
            await Task.Delay(time, ct);
        }
        finally
        {
            family.ForEach(process => Signals.Send(process, Signals.Continue));
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private int Postmaster() => int.Parse(File.ReadLines(Directory.EnumerateFiles(_options.Folder, "postmaster.pid", SearchOption.AllDirectories).First()).First(), CultureInfo.InvariantCulture);

    private static bool IsRunning(int process)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
