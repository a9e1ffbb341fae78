namespace AgentIQ.Server.Hosting;

/// <summary>Something that the person who called the command can put right: the message says what was expected, what came, what to do.</summary>
internal sealed class UserErrorException : Exception
{
    public UserErrorException(string message)
        : base(message)
    {
    }

    public UserErrorException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
