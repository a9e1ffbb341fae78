namespace AgentIQ.Simulator.Wildberries.RateLimits;

/// <summary>What a bucket said to one request.</summary>
/// <param name="Allowed">Whether the request may pass.</param>
/// <param name="Remaining">Requests left in the burst.</param>
/// <param name="Retry">Time until the next request may pass.</param>
/// <param name="Reset">Time until the burst is full.</param>
internal readonly record struct BucketAnswer(bool Allowed, int Remaining, TimeSpan Retry, TimeSpan Reset)
{
    /// <summary>The answer where limits are not enforced: a client that paces itself by it does not slow down.</summary>
    public static BucketAnswer Full(RateLimit limit) => new(Allowed: true, limit.Burst, TimeSpan.Zero, TimeSpan.Zero);
}

/// <summary>A token bucket that refills by the clock it is asked with; it has no timer. Not safe for concurrent use.</summary>
internal sealed class TokenBucket(RateLimit limit, DateTimeOffset now)
{
    private int _tokens = limit.Burst;
    private DateTimeOffset _refilledAt = now;

    public BucketAnswer Take(DateTimeOffset at)
    {
        Refill(at);
        var allowed = _tokens > 0;
        if (allowed)
        {
            _tokens--;
        }

        var untilNext = _tokens == limit.Burst ? TimeSpan.Zero : _refilledAt + limit.Interval - at;
        var untilFull = _tokens == limit.Burst ? TimeSpan.Zero : untilNext + (limit.Interval * (limit.Burst - _tokens - 1));
        return new BucketAnswer(allowed, _tokens, untilNext, untilFull);
    }

    private void Refill(DateTimeOffset at)
    {
        if (_tokens == limit.Burst || at < _refilledAt)
        {
            // A full bucket saves nothing up: the interval starts with the first request taken from it.
            _refilledAt = at;
            return;
        }

        var periods = (int)Math.Min((at - _refilledAt) / limit.Interval, limit.Burst);
        _tokens = Math.Min(limit.Burst, _tokens + periods);
        _refilledAt = _tokens == limit.Burst ? at : _refilledAt + (limit.Interval * periods);
    }
}
