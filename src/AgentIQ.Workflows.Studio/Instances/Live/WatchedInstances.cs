using System.Collections.Concurrent;

namespace AgentIQ.Workflows.Studio.Instances.Live;

/// <summary>Which instances somebody looks at through this process; of others nothing is read.</summary>
internal sealed class WatchedInstances
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<(Guid TenantId, Guid InstanceId), bool>> _byConnection = new(StringComparer.Ordinal);

    /// <summary>The group of the viewers of an instance.</summary>
    public static string GroupOf(Guid tenantId, Guid instanceId) => $"{tenantId:D}:{instanceId:D}";

    public void Add(string connection, Guid tenantId, Guid instanceId) => _byConnection.GetOrAdd(connection, _ => new()).TryAdd((tenantId, instanceId), value: true);

    public void Remove(string connection) => _byConnection.TryRemove(connection, out _);

    public bool Contains(Guid tenantId, Guid instanceId) => _byConnection.Values.Any(watched => watched.ContainsKey((tenantId, instanceId)));
}
