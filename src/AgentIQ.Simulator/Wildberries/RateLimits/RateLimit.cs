namespace AgentIQ.Simulator.Wildberries.RateLimits;

/// <summary>A limit in the vendor's words: one request comes back each interval, and at most a burst of them is saved up.</summary>
/// <param name="Interval">The time in which one request comes back.</param>
/// <param name="Burst">The size of the full bucket.</param>
public sealed record RateLimit(TimeSpan Interval, int Burst)
{
    /// <summary>Feedbacks and questions for Personal, Service and Base-with-secret tokens: 3 a second, burst 6.</summary>
    public static readonly RateLimit Feedbacks = new(TimeSpan.FromMilliseconds(333), 6);

    /// <summary>Feedbacks and questions for a plain Base token: 5 an hour, burst 1.</summary>
    public static readonly RateLimit FeedbacksBase = new(TimeSpan.FromMinutes(12), 1);

    /// <summary><c>/ping</c>: 3 in 30 seconds.</summary>
    public static readonly RateLimit Ping = new(TimeSpan.FromSeconds(10), 3);

    /// <summary><c>/api/v1/seller-info</c>: 1 a minute, burst 10.</summary>
    public static readonly RateLimit SellerInfo = new(TimeSpan.FromMinutes(1), 10);
}
