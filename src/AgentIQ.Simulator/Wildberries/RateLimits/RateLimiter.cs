namespace AgentIQ.Simulator.Wildberries.RateLimits;

/// <summary>All buckets. Their scope is the seller's account and the kind of token (for Service tokens: the service), so a second token of the same kind gains nothing.</summary>
internal sealed class RateLimiter(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BucketKey, TokenBucket> _buckets = [];

    public BucketAnswer Take(BucketKey key, RateLimit limit)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_buckets.TryGetValue(key, out var bucket))
            {
                _buckets[key] = bucket = new TokenBucket(limit, now);
            }

            return bucket.Take(now);
        }
    }

    /// <summary>Fills every bucket again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _buckets.Clear();
        }
    }
}

/// <summary>Whose bucket it is.</summary>
/// <param name="Group">The group of methods that share it.</param>
/// <param name="Seller">The seller's account.</param>
/// <param name="TokenScope">The kind of token, with the service of a Service token.</param>
internal sealed record BucketKey(string Group, Guid Seller, string TokenScope);
