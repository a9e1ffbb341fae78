namespace AgentIQ.Ingestion;

/// <summary>A call to a marketplace failed. <see cref="Fault"/> says what to do; <see cref="Reason"/> says why, for people.</summary>
public sealed class ConnectorException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="fault">What the caller must do.</param>
    /// <param name="reason">Why, for people; must not hold a secret.</param>
    /// <param name="retryAfter">The least time to wait, when the marketplace said one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ConnectorException(ConnectorFault fault, Reason reason, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(reason.Text(Language.English), innerException)
    {
        Fault = fault;
        Reason = reason;
        RetryAfter = retryAfter;
    }

    /// <summary>What the caller must do.</summary>
    public ConnectorFault Fault { get; }

    /// <summary>Why, for people.</summary>
    public Reason Reason { get; }

    /// <summary>The least time to wait before the next call; null when the marketplace did not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
