namespace AgentIQ.Postgres;

/// <summary>The schema files and the database do not fit together, or a file failed. The message names the file and what to do.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>With a message that names the file.</summary>
    public SchemaException(string message)
        : base(message)
    {
    }

    /// <summary>With the error of PostgreSQL that caused it.</summary>
    public SchemaException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
