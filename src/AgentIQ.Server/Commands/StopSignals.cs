using System.Runtime.InteropServices;

namespace AgentIQ.Server.Commands;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks for an orderly stop, the second ends the process at once
/// (our own PostgreSQL then stays and the next start adopts it).
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();

    private readonly List<PosixSignalRegistration> _registrations;

    private readonly TextWriter _error;

    private int _count;

    public StopSignals(TextWriter error)
    {
        _error = error;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _asked.Token;

    /// <summary>The exit code of the first signal, or null when none came.</summary>
    public int? Code { get; private set; }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _asked.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        var code = context.Signal is PosixSignal.SIGINT ? ExitCode.Interrupted : ExitCode.Terminated;
        if (Interlocked.Increment(ref _count) > 1)
        {
            Environment.Exit(code);
        }

        Code = code;
        _error.WriteLine("Stopping. Once more to stop at once.");
        _asked.Cancel();
    }
}
