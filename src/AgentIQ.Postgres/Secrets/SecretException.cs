namespace AgentIQ.Postgres;

/// <summary>A secret cannot be read, or the keys cannot be had. The message never contains a secret.</summary>
public sealed class SecretException : Exception
{
    /// <summary>With a message that says what to do.</summary>
    public SecretException(string message)
        : base(message)
    {
    }

    /// <summary>With what caused it.</summary>
    public SecretException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
