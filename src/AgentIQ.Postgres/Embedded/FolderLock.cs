namespace AgentIQ.Postgres;

/// <summary>A lock on a file, between processes. The system frees it when its process dies, however it dies.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until nobody else holds the lock.</summary>
    internal static async Task<IDisposable> ExclusiveAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            if (TryExclusive(path) is { } held)
            {
                return held;
            }

            await Task.Delay(RetryEvery, ct);
        }
    }

    /// <summary>Null when somebody else holds it.</summary>
    internal static IDisposable? TryExclusive(string path) => TryOpen(path, FileShare.None);

    /// <summary>Held together with other shared holders. The caller makes sure that nobody wants it exclusively for long.</summary>
    internal static IDisposable Shared(string path) =>
        TryOpen(path, FileShare.Read) ?? throw new EmbeddedPostgresException($"The file {path} is locked by another program.");

    private static FileStream? TryOpen(string path, FileShare share)
    {
        try
        {
            if (!File.Exists(path))
            {
                File.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            }

            // flock(2): FileShare.None asks for the exclusive lock, FileShare.Read for the shared one.
            return new FileStream(path, FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException error) when (error is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return null;
        }
    }
}
