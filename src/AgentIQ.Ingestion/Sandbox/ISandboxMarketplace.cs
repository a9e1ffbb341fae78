using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>
/// Where the replies of trial runs go: marketplaces that are simulated on this machine. The host implements it; without one such a reply is
/// refused and goes nowhere.
/// </summary>
public interface ISandboxMarketplace
{
    /// <summary>Opens the seller's simulated account and sees to it that the item is shown there as it should be, also after a restart.</summary>
    /// <exception cref="ConnectorException">There is no such marketplace now; the reason says what to do.</exception>
    Task<SandboxAccount> OpenAsync(SandboxItem item, CancellationToken cancellationToken);
}

/// <summary>An item that a simulated marketplace has to show.</summary>
/// <param name="Interaction">The item; <see cref="Interaction.IsSandbox"/>.</param>
/// <param name="Content">What the customer said.</param>
/// <param name="Reply">The reply that the marketplace took earlier; null: none.</param>
public sealed record SandboxItem(Interaction Interaction, InteractionContent Content, Reply? Reply);

/// <summary>How a simulated account is reached.</summary>
/// <param name="Address">Of the marketplace's host; on the loopback.</param>
/// <param name="Token">The account's token. Never logged.</param>
public sealed record SandboxAccount(Uri Address, string Token)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => Address.ToString();
}
