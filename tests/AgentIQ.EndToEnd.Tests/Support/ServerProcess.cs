using System.Diagnostics;
using AgentIQ.Server.Hosting;

namespace AgentIQ.EndToEnd.Tests.Support;

/// <summary>The server as a process of its own, so that it can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _errors = [];

    private ServerProcess(Process process) => _process = process;

    /// <summary>What it wrote to standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return string.Join('\n', _errors);
            }
        }
    }

    /// <summary>Starts workers and sync on an installation's database and data folder; returns once it serves.</summary>
    public static async Task<ServerProcess> StartAsync(Installation installation)
    {
        // A data folder has one process; the key goes along, or the channel's token could not be read.
        var folder = Directory.CreateDirectory(Path.Combine(installation.DataFolder, "process")).FullName;
        File.Copy(DataFolder.SecretKeyIn(installation.DataFolder), DataFolder.SecretKeyIn(folder), overwrite: true);
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    Path.Combine(AppContext.BaseDirectory, "AgentIQ.Server.dll"),
                    "run", "--port", "0", "--demo", "false", "--roles", "worker,sync",
                    "--database", installation.ConnectionString,
                    "--data", folder,
                    "--wildberries", installation.Simulator.BaseAddress.ToString(),
                },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var server = new ServerProcess(process);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("AgentIQ:", StringComparison.Ordinal) is true)
            {
                ready.TrySetResult();
            }
        };
        process.ErrorDataReceived += (_, line) => server.Remember(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The server ended before it was ready:\n{server.Errors}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Eventually.Patience);
        return server;
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Eventually.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Remember(string? line)
    {
        if (line is not null)
        {
            lock (_errors)
            {
                _errors.Add(line);
            }
        }
    }
}
