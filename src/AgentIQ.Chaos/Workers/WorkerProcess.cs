using System.Diagnostics;
using System.Globalization;

namespace AgentIQ.Chaos.Workers;

/// <summary>A worker as the parent holds it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public static WorkerProcess Start(string database, string world, TimeSpan lease, TimeSpan clock, string log)
    {
        var program = typeof(WorkerProcess).Assembly.Location;
        // Through a shell, so that what it says goes to a file however it ends.
        string[] arguments =
        [
            "-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log,
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", program, WorkerRole.Name,
            "--database", database, "--world", world,
            "--lease", ((long)lease.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            "--clock", ((long)clock.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        ];
        var process = Process.Start(new ProcessStartInfo("/bin/sh", arguments) { RedirectStandardInput = true, UseShellExecute = false })!;
        return new WorkerProcess(process);
    }

    public void SetClock(TimeSpan offset)
    {
        try
        {
            _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clock {(long)offset.TotalMilliseconds}"));
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has just ended; whoever takes its place starts with the right clock.
        }
    }

    public void Signal(int signal) => Signals.Send(_process.Id, signal);

    public async Task<bool> WaitAsync(TimeSpan limit, CancellationToken ct)
    {
        try
        {
            await _process.WaitForExitAsync(ct).WaitAsync(limit, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Signal(Signals.Kill);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
