using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Postgres;

/// <summary>Makes the cluster, starts the postmaster and stops it. The caller holds the start lock.</summary>
internal sealed class ServerProcess(
    PostgresBinaries binaries,
    IReadOnlyList<string> accountPrefix,
    ServerFolder folder,
    EmbeddedPostgresOptions options,
    ILogger logger)
{
    private const int LogLinesShown = 15;
    private const int BuiltinLocalesSince = 17;
    private const long LargestLog = 10 * 1024 * 1024;

    /// <summary>
    /// A session of its own, else Ctrl-C would stop the database while the server still writes; descriptors that a
    /// shell handed to us are closed, else the database would keep that shell's locks and pipes for as long as it lives.
    /// </summary>
    private const string DetachScript =
        """
        log=$1; shift
        exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
        exec setsid "$@" </dev/null >>"$log" 2>&1
        """;

    internal async Task<Postmaster> StartAsync(CancellationToken ct)
    {
        await EnsureClusterAsync(ct);
        Postmaster.RemoveLeftOver(folder);
        await File.WriteAllTextAsync(folder.Configuration, PostgresConfiguration.Text(options), ct);
        if (File.Exists(folder.Log) && new FileInfo(folder.Log).Length > LargestLog)
        {
            File.Move(folder.Log, folder.Log + ".old", overwrite: true);
        }

        logger.LogInformation("Starting PostgreSQL in {Folder}", options.Folder);
        using var process = Process.Start(new ProcessStartInfo("/bin/sh",
        [
            "-c", DetachScript, "sh", folder.Log,
            .. accountPrefix, binaries.Postgres,
            "-D", folder.Cluster,
            "-k", folder.Socket,
            "-p", ServerFolder.Port.ToString(CultureInfo.InvariantCulture),
            "-c", $"config_file={folder.Configuration}",
            "-c", $"hba_file={Path.Combine(folder.Cluster, "pg_hba.conf")}",
            "-c", $"ident_file={Path.Combine(folder.Cluster, "pg_ident.conf")}",
        ]) { WorkingDirectory = "/" })!;

        var postmaster = await WaitForPidFileAsync(process, ct);
        if (postmaster is null || !await postmaster.WaitUntilReadyAsync(options.StartTimeout, ct))
        {
            throw new EmbeddedPostgresException($"PostgreSQL did not start. The end of its log {folder.Log}:{Environment.NewLine}{await LogTailAsync(ct)}");
        }

        return postmaster;
    }

    /// <summary>Fast shutdown: ends the sessions, writes a checkpoint, and waits for it.</summary>
    internal async Task StopAsync()
    {
        if (Postmaster.Find(folder) is null)
        {
            return;
        }

        var (exitCode, output) = await Subprocess.RunAsync(
            [.. accountPrefix, binaries.PgCtl, "stop", "-D", folder.Cluster, "-m", "fast", "-w", "-t", "60"], CancellationToken.None);
        if (exitCode != 0)
        {
            logger.LogError("PostgreSQL did not stop: {Output}. It goes on running, and the next start will use it", output);
        }
    }

    private async Task EnsureClusterAsync(CancellationToken ct)
    {
        var program = await binaries.MajorVersionAsync(ct);
        var versionFile = Path.Combine(folder.Cluster, "PG_VERSION");
        if (File.Exists(versionFile))
        {
            var cluster = (await File.ReadAllTextAsync(versionFile, ct)).Trim();
            if (cluster != program.ToString(CultureInfo.InvariantCulture))
            {
                throw new EmbeddedPostgresException(
                    $"The cluster in {folder.Cluster} was made by PostgreSQL {cluster}, but the binaries are PostgreSQL {program}. Set {PostgresBinaries.EnvironmentVariable} to a PostgreSQL {cluster} installation, or dump it with that version and restore it into a new data folder.");
            }

            return;
        }

        if (Directory.Exists(folder.Cluster))
        {
            throw new EmbeddedPostgresException($"The folder {folder.Cluster} is not a PostgreSQL cluster (it has no PG_VERSION). Move it away, or choose another folder with --data.");
        }

        logger.LogInformation("Making a PostgreSQL {Version} cluster in {Folder}", program, options.Folder);
        if (Directory.Exists(folder.UnfinishedCluster))
        {
            Directory.Delete(folder.UnfinishedCluster, recursive: true);
        }

        var (exitCode, output) = await Subprocess.RunAsync([.. accountPrefix, binaries.InitDb, .. InitArguments(program)], ct);
        if (exitCode != 0)
        {
            throw new EmbeddedPostgresException($"PostgreSQL's initdb failed for {folder.UnfinishedCluster}:{Environment.NewLine}{output}");
        }

        Directory.Move(folder.UnfinishedCluster, folder.Cluster);
    }

    /// <summary>
    /// The order of C.UTF-8 changes with no update of the system, so no index ever has to be rebuilt for it;
    /// the provider that is built into PostgreSQL is the faster one.
    /// </summary>
    private IEnumerable<string> InitArguments(int version) =>
    [
        "-D", folder.UnfinishedCluster, "--username", Postmaster.Superuser,
        "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--locale=C.UTF-8",
        .. version >= BuiltinLocalesSince ? new[] { "--locale-provider=builtin", "--builtin-locale=C.UTF-8" } : [],
        .. options.Volatile ? new[] { "--no-sync" } : [],
    ];

    private async Task<Postmaster?> WaitForPidFileAsync(Process process, CancellationToken ct)
    {
        while (true)
        {
            if (Postmaster.Find(folder) is { } postmaster)
            {
                return postmaster;
            }

            if (process.HasExited)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), ct);
        }
    }

    private async Task<string> LogTailAsync(CancellationToken ct) =>
        File.Exists(folder.Log)
            ? string.Join(Environment.NewLine, (await File.ReadAllLinesAsync(folder.Log, ct)).TakeLast(LogLinesShown))
            : "(there is no log)";
}
