using System.Globalization;
using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>A server process that stands in the cluster's <c>postmaster.pid</c> and is alive.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="ConnectionString">How to reach it as the cluster's superuser.</param>
/// <param name="Cluster">The data folder that it serves.</param>
internal sealed record Postmaster(int ProcessId, string ConnectionString, string Cluster)
{
    /// <summary>The cluster's superuser. AgentIQ makes its roles as it and then never runs as it.</summary>
    internal const string Superuser = "postgres";

    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(25);

    private static string PidFile(ServerFolder folder) => Path.Combine(folder.Cluster, "postmaster.pid");

    internal bool IsAlive => Serves(ProcessId, Cluster);

    /// <summary>Null when the cluster has no running server.</summary>
    internal static Postmaster? Find(ServerFolder folder)
    {
        // Lines: process, data folder, start time, port, socket folder, ... (miscadmin.h of PostgreSQL).
        // A starting server writes the socket's line later than the others.
        var lines = ReadLines(PidFile(folder));
        if (lines.Length < 5 || lines[4].Trim().Length == 0 || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId) || !Serves(processId, folder.Cluster))
        {
            return null;
        }

        return new Postmaster(processId, Connection(lines[4].Trim(), int.Parse(lines[3], CultureInfo.InvariantCulture)), folder.Cluster);
    }

    /// <summary>
    /// After a restart of the machine the number in a left-over file may be another program's,
    /// and PostgreSQL would then refuse to start.
    /// </summary>
    internal static void RemoveLeftOver(ServerFolder folder)
    {
        var path = PidFile(folder);
        var first = ReadLines(path).FirstOrDefault();
        if (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var processId) && !Serves(processId, folder.Cluster))
        {
            File.Delete(path);
        }
    }

    /// <summary>Waits until the server takes connections. False when its process ended instead.</summary>
    /// <exception cref="EmbeddedPostgresException">It took too long.</exception>
    internal async Task<bool> WaitUntilReadyAsync(TimeSpan timeout, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(timeout);
        while (IsAlive)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync(deadline.Token);
                return true;
            }
            catch (NpgsqlException)
            {
                // Starting, recovering, or shutting down: the process tells whether to go on asking.
                await WaitAsync(timeout, deadline.Token, ct);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw TooSlow(timeout);
            }
        }

        return false;
    }

    internal static string Connection(string socketFolder, int port) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = port,
        Username = Superuser,
        Database = "postgres",
        Pooling = false,
    }.ConnectionString;

    private static async Task WaitAsync(TimeSpan timeout, CancellationToken deadline, CancellationToken ct)
    {
        try
        {
            await Task.Delay(RetryEvery, deadline);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw TooSlow(timeout);
        }
    }

    private static EmbeddedPostgresException TooSlow(TimeSpan timeout) =>
        new($"PostgreSQL did not take connections within {timeout.TotalSeconds:0} s.");

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>
    /// The postmaster keeps the command line that we started it with (its children overwrite theirs), and a process
    /// that has ended but was not collected has none.
    /// </summary>
    private static bool Serves(int processId, string cluster)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/cmdline")
                .Split('\0')
                .Contains(cluster, StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
