namespace AgentIQ.Ingestion;

/// <summary>What a caller must do after a failed call.</summary>
public enum ConnectorFault
{
    /// <summary>Stop asking until a person changes the secret.</summary>
    Unauthorized,

    /// <summary>Ask again after <see cref="ConnectorException.RetryAfter"/>; nothing is wrong.</summary>
    RateLimited,

    /// <summary>Ask again later with back-off: no answer, a server error, a page of HTML, a body cut in half.</summary>
    Unavailable,

    /// <summary>The answer is whole but not what the contract says. Ask again later with back-off and tell a person.</summary>
    Malformed,

    /// <summary>The marketplace understood and refused this input: the same call will fail again.</summary>
    Refused,
}
