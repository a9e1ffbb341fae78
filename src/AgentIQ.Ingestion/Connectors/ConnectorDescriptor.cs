using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>What the rest of the product knows about a connector.</summary>
/// <param name="Marketplace">The marketplace's name as it stands in keys: see <see cref="Marketplaces"/>.</param>
/// <param name="Channel">The form in which customers speak there.</param>
/// <param name="DisplayName">The name on pages and in the designer's palette.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Limits">The platform's own limits on the length of an answer; outside them it is refused.</param>
public sealed record ConnectorDescriptor(
    string Marketplace, Channel Channel, string DisplayName, ConnectorCapabilities Capabilities, TextLimits Limits)
{
    /// <summary>True when the connector has all of <paramref name="capabilities"/>.</summary>
    public bool Can(ConnectorCapabilities capabilities) => (Capabilities & capabilities) == capabilities;
}
