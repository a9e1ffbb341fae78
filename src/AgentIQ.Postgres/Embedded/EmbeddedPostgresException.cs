namespace AgentIQ.Postgres;

/// <summary>The embedded PostgreSQL cannot run. The message says why and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>With a message for the person who started AgentIQ.</summary>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>With what caused it.</summary>
    public EmbeddedPostgresException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
