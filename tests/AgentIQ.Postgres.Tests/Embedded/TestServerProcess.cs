using System.Diagnostics;

namespace AgentIQ.Postgres.Tests.Embedded;

/// <summary>A process of its own that starts an embedded server.</summary>
internal sealed class TestServerProcess : IDisposable
{
    private readonly Process _process;

    private TestServerProcess(Process process, string connectionString)
    {
        _process = process;
        ConnectionString = connectionString;
    }

    internal string ConnectionString { get; }

    internal static async Task<TestServerProcess> StartAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AgentIQ.TestServer.dll"), folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new TestServerProcess(process, line ?? throw new InvalidOperationException("The server's process ended without a connection string."));
    }

    /// <summary>As by kill -9.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As by a clean stop.</summary>
    internal async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();
}
