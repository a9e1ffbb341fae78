namespace AgentIQ.Simulator.Persistence;

/// <summary>The kept state of a simulator cannot be used; the message says which file and line, and what to do.</summary>
public sealed class SimulatorStateException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public SimulatorStateException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public SimulatorStateException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public SimulatorStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
