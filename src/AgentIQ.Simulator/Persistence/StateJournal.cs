using System.Text;
using System.Text.Json;
using AgentIQ.Simulator.Wildberries;

namespace AgentIQ.Simulator.Persistence;

/// <summary>The state in a folder: <c>snapshot.jsonl</c> of the last start and <c>journal.jsonl</c> of every change since.</summary>
/// <remarks>
/// A line reaches the operating system before the request that caused it is answered, so killing the process loses nothing that
/// a client was told. A crash of the machine may: the simulator does not sync each line to the disk.
/// </remarks>
internal sealed class StateJournal : IStateJournal
{
    private const string SnapshotFile = "snapshot.jsonl";
    private const string JournalFile = "journal.jsonl";
    private const string LockFile = "lock";

    private readonly Lock _gate = new();
    private readonly FileStream _lock;
    private readonly FileStream _journal;

    private StateJournal(FileStream @lock, FileStream journal, IReadOnlyList<KeptSeller> kept)
    {
        _lock = @lock;
        _journal = journal;
        Kept = kept;
    }

    public IReadOnlyList<KeptSeller> Kept { get; }

    /// <summary>Opens the state that the options name, or one in memory.</summary>
    public static IStateJournal Open(SimulatorOptions options)
    {
        if (options.StateFolder is null)
        {
            return new MemoryJournal();
        }

        var folder = Path.Combine(options.StateFolder, options.Name);
        Directory.CreateDirectory(folder);
        var @lock = Lock(Path.Combine(folder, LockFile));
        try
        {
            return Open(folder, @lock, options.Logging.CreateLogger("AgentIQ.Simulator.State"));
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    }

    public void Append(JournalLine line)
    {
        var bytes = Serialize(line);
        lock (_gate)
        {
            _journal.Write(bytes);
            _journal.Flush();
        }
    }

    public void Dispose()
    {
        _journal.Dispose();
        _lock.Dispose();
    }

    private static StateJournal Open(string folder, FileStream @lock, ILogger logger)
    {
        var state = new KeptState();
        var snapshot = Path.Combine(folder, SnapshotFile);
        if (File.Exists(snapshot))
        {
            using var stream = File.OpenRead(snapshot);
            JournalReader.Read(stream, snapshot, state, logger);
        }

        var journal = new FileStream(Path.Combine(folder, JournalFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            JournalReader.Read(journal, journal.Name, state, logger);
            WriteSnapshot(snapshot, state);
            // The snapshot is in place, so the journal may go. A kill in between replays it onto the snapshot, which changes nothing.
            journal.SetLength(0);
            return new StateJournal(@lock, journal, state.Sellers());
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new SimulatorStateException(
                $"Expected to be the only user of {Path.GetDirectoryName(path)}, but its lock cannot be had: {exception.Message} Stop the other simulator or choose another name or folder.",
                exception);
        }
    }

    private static void WriteSnapshot(string path, KeptState state)
    {
        var fresh = path + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            foreach (var line in state.Lines())
            {
                stream.Write(Serialize(line));
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    private static byte[] Serialize(JournalLine line) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, JournalJson.Options) + "\n");
}
