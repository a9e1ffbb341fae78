namespace AgentIQ.Server.Commands.Workflow;

/// <summary>How <c>workflow run</c> ended, beside <see cref="ExitCode"/>.</summary>
internal static class WorkflowExitCode
{
    /// <summary>The workflow finished, or was cancelled.</summary>
    public const int Finished = 0;

    /// <summary>A definition is invalid or cannot be read; standard error says where and why.</summary>
    public const int Invalid = 2;

    /// <summary>The workflow waits for something that the call did not bring.</summary>
    public const int Waiting = 3;

    /// <summary>The workflow faulted, or was stopped by a limit.</summary>
    public const int Faulted = 4;
}
