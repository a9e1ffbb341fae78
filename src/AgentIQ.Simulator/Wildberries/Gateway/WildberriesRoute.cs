using AgentIQ.Simulator.Wildberries.RateLimits;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>A method of the API, with what its gateway checks before it.</summary>
internal sealed record WildberriesRoute(string Method, string Path, Func<WildberriesCall, WireResponse> Handler)
{
    /// <summary>The category that the token must have.</summary>
    public WildberriesTokenScopes Category { get; init; } = WildberriesTokenScopes.FeedbacksAndQuestions;

    /// <summary>The methods of one group share a bucket.</summary>
    public string Group { get; init; } = "feedbacks";

    public RateLimit Limit { get; init; } = RateLimit.Feedbacks;

    /// <summary>The limit of a plain Base token.</summary>
    public RateLimit BaseLimit { get; init; } = RateLimit.FeedbacksBase;

    public bool IsWrite => Method is not "GET";
}

/// <summary>A request that has passed the gateway.</summary>
internal sealed record WildberriesCall(WildberriesSeller Seller, IQueryCollection Query, string? ContentType, byte[] Body, DateTimeOffset Now);
