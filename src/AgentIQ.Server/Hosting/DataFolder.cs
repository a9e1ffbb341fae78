using System.Globalization;

namespace AgentIQ.Server.Hosting;

/// <summary>The folder of an installation, held by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _held;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _held = held;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>The folder of our own PostgreSQL.</summary>
    public string Postgres => In("postgres");

    /// <summary>The folder of the simulator's state.</summary>
    public string Simulator => In("simulator");

    /// <summary>The password of the demo users, made at first start.</summary>
    public string DemoPassword => In("demo-password");

    /// <summary>The file of the key that encrypts secrets, made at first start.</summary>
    public static string SecretKeyIn(string folder) => System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), "secret.key");

    /// <summary>Makes the folder when missing and takes it until disposed of (or until the process dies).</summary>
    /// <exception cref="UserErrorException">The folder cannot be written, or another process has it.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var lockFile = System.IO.Path.Combine(full, "agentiq.lock");
        try
        {
            Directory.CreateDirectory(full);
            // FileShare.None is flock(2) with LOCK_EX: the system frees it when the process dies, however it dies.
            var held = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // Beside the lock, because the locked file itself cannot be read by the process that is refused.
            File.WriteAllText(PidFile(full), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(full, held);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UserErrorException($"The data folder {full} cannot be written. Choose another with --data DIR, or change its owner.", error);
        }
        catch (IOException error) when (File.Exists(lockFile))
        {
            throw new UserErrorException(
                $"Another AgentIQ ({Holder(full)}) uses the data folder {full}. Stop it first, or choose another folder with --data DIR.", error);
        }
        catch (IOException error)
        {
            throw new UserErrorException($"The data folder {full} cannot be made: {error.Message} Choose another with --data DIR.", error);
        }
    }

    public void Dispose() => _held.Dispose();

    private static string PidFile(string folder) => System.IO.Path.Combine(folder, "agentiq.pid");

    private static string Holder(string folder)
        => File.Exists(PidFile(folder)) ? "process " + File.ReadAllText(PidFile(folder)) : "process unknown";

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
