using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>What is needed to connect a channel.</summary>
/// <param name="Marketplace">One of <see cref="Marketplaces"/>.</param>
/// <param name="Channel">The form in which customers speak there.</param>
/// <param name="Name">The name that the seller gives it; not empty.</param>
/// <param name="Secret">The marketplace's token.</param>
public sealed record NewChannel(string Marketplace, Channel Channel, string Name, string Secret)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Marketplace}/{Channel} {Name}";
}
