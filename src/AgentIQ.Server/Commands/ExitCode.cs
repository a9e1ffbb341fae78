namespace AgentIQ.Server.Commands;

/// <summary>What a script reads from a command's end.</summary>
internal static class ExitCode
{
    /// <summary>Done; also <c>run</c> that was asked to stop by SIGTERM.</summary>
    public const int Ok = 0;

    /// <summary>Something failed; standard error says what. With <c>--jsonl</c>: at least one line could not be read.</summary>
    public const int Failure = 1;

    /// <summary>The command was called wrongly; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>A command other than <c>run</c> was stopped by SIGTERM (128 + 15) before it was done.</summary>
    public const int Terminated = 143;
}
