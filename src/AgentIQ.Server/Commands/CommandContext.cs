namespace AgentIQ.Server.Commands;

/// <summary>What a command works with; tests bring their own.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: the result and nothing else.</param>
/// <param name="Error">Standard error: progress, logs and errors.</param>
/// <param name="Signals">Ctrl-C and SIGTERM.</param>
internal sealed record CommandContext(TextReader Input, TextWriter Output, TextWriter Error, StopSignals Signals);
