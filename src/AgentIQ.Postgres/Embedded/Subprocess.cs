using System.Diagnostics;

namespace AgentIQ.Postgres;

/// <summary>Runs a short command to its end. Cancelling kills it.</summary>
internal static class Subprocess
{
    internal static async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        await using var killed = ct.Register(process.Kill);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, (await output + await errors).Trim());
    }
}
