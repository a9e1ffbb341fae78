using System.Collections.Immutable;

namespace AgentIQ.Workflows;

/// <summary>
/// Tells whoever is in this process of bursts that its worker has committed. A hint for open pages: another process's bursts are not told, and
/// what was told is not kept.
/// </summary>
public sealed class InstanceChanges
{
    private ImmutableList<Action<Guid, Guid>> _listeners = [];

    internal bool AreWanted => !_listeners.IsEmpty;

    /// <summary>Has a listener told of every committed burst.</summary>
    /// <param name="listener">Called on the worker's thread with the tenant and the instance. Must be short and must not throw.</param>
    /// <returns>Dispose it to end that.</returns>
    public IDisposable Subscribe(Action<Guid, Guid> listener)
    {
        ImmutableInterlocked.Update(ref _listeners, list => list.Add(listener));
        return new Subscription(this, listener);
    }

    internal void Tell(Guid tenantId, Guid instanceId) => _listeners.ForEach(listener => listener(tenantId, instanceId));

    private sealed class Subscription(InstanceChanges changes, Action<Guid, Guid> listener) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref changes._listeners, list => list.Remove(listener));
    }
}
