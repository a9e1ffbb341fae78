using System.Collections.Concurrent;

namespace AgentIQ.Server.Live;

/// <summary>Which sellers have a page open at this process.</summary>
internal sealed class LivePages
{
    private readonly ConcurrentDictionary<Guid, int> _open = new();

    /// <summary>The sellers with at least one open page.</summary>
    public IReadOnlyCollection<Guid> Sellers => [.. _open.Where(pair => pair.Value > 0).Select(pair => pair.Key)];

    /// <summary>A page was opened.</summary>
    public void Opened(Guid sellerId) => _open.AddOrUpdate(sellerId, 1, (_, count) => count + 1);

    /// <summary>A page was closed or lost.</summary>
    public void Closed(Guid sellerId)
    {
        if (_open.AddOrUpdate(sellerId, 0, (_, count) => count - 1) <= 0)
        {
            _open.TryRemove(new KeyValuePair<Guid, int>(sellerId, 0));
        }
    }
}
