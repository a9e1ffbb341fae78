namespace AgentIQ.Ingestion.Wildberries;

/// <summary>Settings of the Wildberries connectors.</summary>
public sealed record WildberriesOptions
{
    /// <summary>Host of feedbacks and questions. Default: the production host. The simulator and the sandbox have their own.</summary>
    public Uri FeedbacksAddress { get; init; } = new("https://feedbacks-api.wildberries.ru");

    /// <summary>
    /// What stands before the token in the <c>Authorization</c> header. Default: nothing, as the contract says; whether
    /// Wildberries also takes <c>Bearer</c> is not certain.
    /// </summary>
    public string AuthorizationPrefix { get; init; } = "";

    /// <summary>How long one request may take, body included. Default: 30 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest body that is read, in bytes; a page of 5000 long reviews stays below. Default: 64 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Limit of feedbacks and questions together for Personal, Service and Test tokens. Default: 3 a second, burst 6.</summary>
    public PaceProfile StandardPace { get; init; } = new(TimeSpan.FromMilliseconds(1000.0 / 3), 6);

    /// <summary>The same for a plain Base token. Default: 5 an hour, no burst.</summary>
    public PaceProfile BasePace { get; init; } = new(TimeSpan.FromMinutes(12), 1);

    /// <summary>Limit of the connection check, per host. Default: 3 in 30 s.</summary>
    public PaceProfile PingPace { get; init; } = new(TimeSpan.FromSeconds(10), 3);
}
