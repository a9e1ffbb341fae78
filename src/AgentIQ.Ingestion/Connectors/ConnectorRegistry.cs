using System.Collections.Frozen;
using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>The connectors of this process, one per marketplace and channel.</summary>
public sealed class ConnectorRegistry
{
    private readonly FrozenDictionary<(string Marketplace, Channel Channel), IConnector> _connectors;

    /// <summary>Collects the connectors.</summary>
    /// <exception cref="ArgumentException">Two connectors claim the same marketplace and channel.</exception>
    public ConnectorRegistry(IEnumerable<IConnector> connectors)
    {
        var byKey = new Dictionary<(string, Channel), IConnector>();
        foreach (var connector in connectors)
        {
            var descriptor = connector.Descriptor;
            if (!byKey.TryAdd((descriptor.Marketplace, descriptor.Channel), connector))
            {
                throw new ArgumentException(
                    $"Two connectors claim {descriptor.Marketplace}/{EnumText<Channel>.Of(descriptor.Channel)}: {byKey[(descriptor.Marketplace, descriptor.Channel)].GetType().Name} and {connector.GetType().Name}.",
                    nameof(connectors));
            }
        }

        _connectors = byKey.ToFrozenDictionary();
    }

    /// <summary>What all connectors are and can do.</summary>
    public IEnumerable<ConnectorDescriptor> Descriptors => _connectors.Values.Select(connector => connector.Descriptor);

    /// <summary>The connector of a channel.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public IConnector Get(string marketplace, Channel channel) => _connectors.TryGetValue((marketplace, channel), out var connector)
        ? connector
        : throw new KeyNotFoundException(
            $"No connector for {marketplace}/{EnumText<Channel>.Of(channel)}. Known: {string.Join(", ", Descriptors.Select(d => $"{d.Marketplace}/{EnumText<Channel>.Of(d.Channel)}"))}.");
}
