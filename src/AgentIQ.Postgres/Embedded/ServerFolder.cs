using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgentIQ.Postgres;

/// <summary>The files of one embedded server.</summary>
internal sealed class ServerFolder
{
    /// <summary>What a Unix socket's address holds on Linux: 108 bytes with the closing zero.</summary>
    private const int LongestSocketPath = 107;

    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _root;

    private ServerFolder(string root, string socket)
    {
        _root = root;
        Socket = socket;
    }

    /// <summary>Names the socket only: the server listens on no TCP port.</summary>
    internal const int Port = 5432;

    internal string Cluster => Path.Combine(_root, "cluster");

    /// <summary>Where initdb works: renamed to <see cref="Cluster"/> when it is whole, so that a killed one leaves nothing half.</summary>
    internal string UnfinishedCluster => Path.Combine(_root, "cluster.unfinished");

    internal string Configuration => Path.Combine(_root, "postgresql.conf");

    internal string Log => Path.Combine(_root, "postgresql.log");

    /// <summary>Held while a process starts or stops the server.</summary>
    internal string StartLock => Path.Combine(_root, "start.lock");

    /// <summary>Held, shared, by every process that uses the server: the last one stops it.</summary>
    internal string UseLock => Path.Combine(_root, "use.lock");

    /// <summary>The socket's folder. Its mode 0700 is what protects the database: whoever reaches the socket is trusted.</summary>
    internal string Socket { get; }

    internal static ServerFolder Open(string folder)
    {
        var root = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(root);
            var probe = Path.Combine(root, $".probe-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The data folder {root} cannot be written: {error.Message} Free the disk, change the folder's rights, or choose another folder with --data.", error);
        }

        return new ServerFolder(root, OpenSocketFolder(root));
    }

    private static string OpenSocketFolder(string root)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The embedded PostgreSQL needs a Unix socket in a folder with a mode.");
        }

        var beside = Path.Combine(root, "socket");
        var folder = Fits(beside) ? beside : ShortFolder(root);
        Directory.CreateDirectory(folder, OnlyOwner);
        try
        {
            // Only the owner may set the mode, so this also fails when somebody else made the folder before us.
            File.SetUnixFileMode(folder, OnlyOwner);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new EmbeddedPostgresException($"The folder {folder}, which should hold the database's socket, belongs to somebody else. Remove it, or choose a data folder with a shorter path.", error);
        }

        return folder;
    }

    private static bool Fits(string folder) =>
        Encoding.UTF8.GetByteCount(Path.Combine(folder, $".s.PGSQL.{Port}")) <= LongestSocketPath;

    private static string ShortFolder(string root)
    {
        // A fixed name per data folder, so that a second process finds the same socket.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16];
        var folder = Path.Combine(Path.GetTempPath(), $"agentiq-{hash}");
        return Fits(folder) ? folder : $"/tmp/agentiq-{hash}";
    }
}
