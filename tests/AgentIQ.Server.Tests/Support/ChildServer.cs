using System.Diagnostics;
using System.Text;

namespace AgentIQ.Server.Tests;

/// <summary>The real program in a process of its own, with its own PostgreSQL.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    /// <summary>A server that does not stop fails its test after this long instead of holding up the run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private readonly StringBuilder _error = new();

    private ChildServer(Process process) => _process = process;

    public string Output { get; private set; } = "";

    public string Error
    {
        get
        {
            lock (_error)
            {
                return _error.ToString();
            }
        }
    }

    /// <summary>Starts <c>run</c> and waits for its last line of welcome.</summary>
    public static async Task<ChildServer> StartAsync(params string[] args)
    {
        // Who runs the tests in the background of a script ignores Ctrl-C, and every program that it starts inherits that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "AgentIQ.Server.dll"), "run", .. args])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var server = new ChildServer(Process.Start(start)!);
        server._process.ErrorDataReceived += (_, line) =>
        {
            lock (server._error)
            {
                server._error.AppendLine(line.Data);
            }
        };
        server._process.BeginErrorReadLine();
        while (await server._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            server.Output += line + "\n";
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal))
            {
                return server;
            }
        }

        await server._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        throw new InvalidOperationException("The server did not start:\n" + server.Error);
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code and how long it took.</returns>
    public async Task<(int Code, TimeSpan Took)> StopAsync(string signal)
    {
        var watch = Stopwatch.StartNew();
        Process.Start("kill", ["-s", signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (_process.ExitCode, watch.Elapsed);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
