using System.Globalization;

namespace AgentIQ.Simulator.Wildberries.RateLimits;

/// <summary>The rate headers. <c>Remaining</c> is on every response but 429, the others on 429 alone.</summary>
internal static class RateHeaders
{
    public const string Remaining = "X-Ratelimit-Remaining";
    public const string Retry = "X-Ratelimit-Retry";
    public const string Reset = "X-Ratelimit-Reset";
    public const string Limit = "X-Ratelimit-Limit";

    /// <summary>Whole seconds, rounded up: a client that waits so long gets through.</summary>
    public static string Seconds(TimeSpan span) => Number((int)Math.Max(1, Math.Ceiling(span.TotalSeconds)));

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
