namespace AgentIQ.Ingestion;

/// <summary>Where the host has none: a trial run's reply goes nowhere.</summary>
internal sealed class NoSandboxMarketplace : ISandboxMarketplace
{
    public Task<SandboxAccount> OpenAsync(SandboxItem item, CancellationToken cancellationToken) =>
        throw new ConnectorException(ConnectorFault.Refused, Reason.Of(ReasonCodes.SandboxUnavailable));
}
