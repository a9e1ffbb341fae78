using AgentIQ.Server.Commands;

namespace AgentIQ.Server.Tests;

/// <summary>Runs commands in this process, with streams of its own.</summary>
internal sealed class Shell(string input = "") : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    private readonly StringWriter _error = new() { NewLine = "\n" };

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public async Task<int> RunAsync(params string[] args)
    {
        using var signals = new StopSignals(_error);
        var context = new CommandContext(new StringReader(input), _output, _error, signals);
        return await CommandLine.RunAsync(Program.Commands(context), args, context);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
